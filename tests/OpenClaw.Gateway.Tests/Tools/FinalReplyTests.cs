using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Conversations;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Tools;

/// <summary>Answers that go out over messaging channels when nobody waits for them.</summary>
public sealed class FinalReplyTests
{
    private const string Main = "agent:main:main";

    [Theory]
    [InlineData("dinner at  seven.", 1)]
    [InlineData("They know about dinner.", 2)]
    public async Task What_a_jobs_run_has_already_sent_to_its_target_is_not_sent_again(string final, int expected)
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("", ("c1", "message", """{"action":"send","channel":"telegram","target":"-100","message":"Dinner at seven."}""")),
            e => e.OpenAiAsync(final));
        var (gateway, telegram) = await Talk.WithTelegramAsync(server);
        await using var owned = gateway;
        await using var client = await gateway.ConnectAsync();
        var job = await client.AgentAsync("cron.add", """
            {"name":"dinner","schedule":{"kind":"every","everyMs":3600000},"sessionTarget":"isolated","wakeMode":"now",
             "payload":{"kind":"agentTurn","message":"tell them","deliver":true,"channel":"telegram","to":"-100"}}
            """);
        var id = (string?)job["payload"]!["id"];

        await client.AgentAsync("cron.run", $$"""{"id":"{{id}}","mode":"force"}""");
        var done = await client.NextAsync(static frame => (string?)frame["event"] == "cron" && (string?)frame["payload"]!["action"] == "finished");

        Assert.Equal("ok", (string?)done["payload"]!["status"]);
        Assert.Equal(expected, telegram.Opened[0].Sent.Count);
        Assert.All(telegram.Opened[0].Sent, static sent => Assert.Equal("-100", sent.ChatId));
    }

    [Fact]
    public async Task Who_was_cut_off_by_a_restart_is_told_over_the_channel_of_the_session()
    {
        var delivery = new ScriptedDelivery("telegram");
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await gateway.Parts.Conversations.Sessions.UpdateAsync(
            Main,
            static entry =>
            {
                entry["lastChannel"] = "telegram";
                entry["lastTo"] = "42";
            },
            TestContext.Current.CancellationToken);
        Interrupted(gateway, Request("book the table", RunOrigin.Operator), whole: false);

        await gateway.RestartAsync(options => options with { Delivery = delivery });

        var (target, reply) = await FirstAsync(delivery);
        Assert.Equal(("telegram", "42"), (target.Channel, target.To));
        Assert.Contains("“book the table”", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_of_a_hook_that_is_done_again_goes_where_it_was_to_go_or_else_to_the_main_session()
    {
        var delivery = new ScriptedDelivery("telegram");
        await using var server = new ModelServer(static e => e.OpenAiAsync("Two new letters."));
        await using var gateway = await Talk.WithAsync(server);
        Interrupted(gateway, Request("look", RunOrigin.Hook) with { Channel = "telegram", To = "-100" }, whole: true);
        Interrupted(gateway, Request("look too", RunOrigin.Hook) with { RunId = "h-2", SessionKey = "agent:main:hook:2" }, whole: true);

        await gateway.RestartAsync(options => options with { Delivery = delivery });

        var (target, reply) = await FirstAsync(delivery);
        Assert.Equal(("-100", "Two new letters."), (target.To, reply.Text));
        var notes = gateway.Parts.Conversations.Notes;
        await UntilAsync(() => notes.Peek(Main).Any(static note => note.Text.Contains("Two new letters.", StringComparison.Ordinal)));
        Assert.Single(delivery.Sent);
    }

    private static RunRequest Request(string message, RunOrigin origin) => new()
    {
        RunId = "h-1",
        SessionKey = origin == RunOrigin.Hook ? "agent:main:hook:1" : Main,
        CallerKey = Main,
        Caller = new RunCaller(origin, ["operator.write"]),
        Message = message,
        Channel = origin == RunOrigin.Operator ? "webchat" : null,
    };

    /// <summary>Leaves a run in the journal as a process that ended would.</summary>
    private static void Interrupted(TestGateway gateway, RunRequest request, bool whole)
    {
        var file = Path.Combine(gateway.Paths.StateDir, "runs", "active.jsonl");
        using (var journal = new RunJournal(file, TimeProvider.System))
            journal.Accepted(request);
        if (whole)
            File.WriteAllText(file, File.ReadAllText(file).Replace("\"isWhole\":false", "\"isWhole\":true", StringComparison.Ordinal));
    }

    private static async Task<(DeliveryTarget Target, ReplyPayload Reply)> FirstAsync(ScriptedDelivery delivery)
    {
        await UntilAsync(() => delivery.Sent.Count > 0);
        return delivery.Sent[0];
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var i = 0; i < 1000 && !done(); i++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.True(done());
    }
}
