using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Tests.Catalog;

public class MethodCatalogTests
{
    // Spec 01 §9.
    private const string Advertised = """
        health logs.tail channels.status channels.logout status usage.status usage.cost tts.status tts.providers tts.enable
        tts.disable tts.convert tts.setProvider config.get config.set config.apply config.patch config.schema exec.approvals.get
        exec.approvals.set exec.approvals.node.get exec.approvals.node.set exec.approval.request exec.approval.resolve wizard.start
        wizard.next wizard.cancel wizard.status talk.mode models.list agents.list skills.status skills.bins skills.install
        skills.update update.run voicewake.get voicewake.set sessions.list sessions.preview sessions.patch sessions.reset
        sessions.delete sessions.compact last-heartbeat set-heartbeats wake node.pair.request node.pair.list node.pair.approve
        node.pair.reject node.pair.verify device.pair.list device.pair.approve device.pair.reject device.token.rotate
        device.token.revoke node.rename node.list node.describe node.invoke node.invoke.result node.event cron.list cron.status
        cron.add cron.update cron.remove cron.run cron.runs system-presence system-event send agent agent.identity.get agent.wait
        browser.request chat.history chat.abort chat.send
        """;

    public static TheoryData<string> Methods => [.. MethodCatalog.All.Select(m => m.Name)];

    [Fact]
    public void The_advertised_methods_are_those_of_the_reference_in_its_order() => Assert.Equal(
        Advertised.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        MethodCatalog.All.Where(m => m.Advertised).Select(m => m.Name));

    [Fact]
    public void The_others_and_those_of_our_own_are_callable_but_not_advertised() => Assert.Equal(
        ["connect", "poll", "chat.inject", "sessions.resolve", "web.login.start", "web.login.wait", "channels.queue", "message.action"],
        MethodCatalog.All.Where(m => !m.Advertised).Select(m => m.Name));

    [Fact]
    public void Every_method_of_every_family_has_a_place() => Assert.Empty(MethodCatalog.Unplaced());

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_has_shapes_and_a_summary(string name)
    {
        var method = MethodCatalog.Find(name)!;

        Assert.NotNull(method.ParamsShape);
        Assert.NotNull(method.ResultShape);
        Assert.NotEmpty(method.Summary);
    }

    [Fact]
    public void Wire_types_have_names_of_their_own() =>
        Assert.Empty(typeof(MethodDefinition).Assembly.GetExportedTypes().GroupBy(t => t.Name.Split('`')[0]).Where(g =>
            g.Select(t => t.Namespace).Distinct().Count() > 1).Select(g => g.Key));

    // Spec 01 §14, group by group.
    [Theory]
    [InlineData(MethodScope.NodeOnly, "node.invoke.result node.event skills.bins")]
    [InlineData(MethodScope.Approvals, "exec.approval.request exec.approval.resolve")]
    [InlineData(
        MethodScope.Pairing,
        "node.pair.request node.pair.list node.pair.approve node.pair.reject node.pair.verify device.pair.list device.pair.approve device.pair.reject device.token.rotate device.token.revoke node.rename")]
    [InlineData(
        MethodScope.Read,
        "health logs.tail channels.status channels.queue status usage.status usage.cost tts.status tts.providers models.list agents.list agent.identity.get skills.status voicewake.get sessions.list sessions.preview cron.list cron.status cron.runs system-presence last-heartbeat node.list node.describe chat.history")]
    [InlineData(
        MethodScope.Write,
        "send message.action agent agent.wait wake talk.mode tts.enable tts.disable tts.convert tts.setProvider voicewake.set node.invoke chat.send chat.abort browser.request")]
    [InlineData(
        MethodScope.Admin,
        "config.get config.set config.apply config.patch config.schema wizard.start wizard.next wizard.cancel wizard.status update.run exec.approvals.get exec.approvals.set exec.approvals.node.get exec.approvals.node.set channels.logout skills.install skills.update cron.add cron.update cron.remove cron.run sessions.patch sessions.reset sessions.delete sessions.compact sessions.resolve system-event set-heartbeats poll chat.inject web.login.start web.login.wait connect")]
    public void A_method_asks_for_the_scope_of_the_reference(MethodScope scope, string names) => Assert.Equal(
        names.Split(' ').Order(StringComparer.Ordinal),
        MethodCatalog.All.Where(m => m.Scope == scope).Select(m => m.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Methods_without_a_schema_are_those_of_the_reference() => Assert.Equal(
        "browser.request health last-heartbeat set-heartbeats status system-event system-presence tts.convert tts.disable tts.enable tts.providers tts.setProvider tts.status usage.cost usage.status voicewake.get voicewake.set",
        string.Join(' ', MethodCatalog.All.Where(m => !m.Checked).Select(m => m.Name).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_events_are_those_of_the_reference_in_its_order() => Assert.Equal(
        "connect.challenge agent chat presence tick talk.mode shutdown health heartbeat cron node.pair.requested node.pair.resolved node.invoke.request device.pair.requested device.pair.resolved voicewake.changed exec.approval.requested exec.approval.resolved",
        string.Join(' ', EventCatalog.All.Select(e => e.Name)));
}
