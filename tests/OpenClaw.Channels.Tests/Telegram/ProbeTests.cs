using OpenClaw.Channels.Tests.Telegram.Support;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class ProbeTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bot_that_works_says_who_it_is()
    {
        await using var bench = await TelegramBench.CreateAsync();
        await using var account = bench.Channel.Open("default", bench.Host());

        var probe = await account.ProbeAsync(s_limit, Ct);

        Assert.True(probe!.Ok);
        Assert.Null(probe.Audit);
        Assert.Equal(
            """{"ok":true,"status":null,"error":null,"elapsedMs":0,"bot":{"id":4242,"username":"claw_bot","canJoinGroups":true,"canReadAllGroupMessages":false,"supportsInlineQueries":false},"webhook":{"url":"","hasCustomCert":false}}""",
            probe.Probe.ToJsonString());
    }

    [Fact]
    public async Task A_token_that_is_refused_and_a_network_that_is_gone_are_told_apart()
    {
        await using var bench = await TelegramBench.CreateAsync();
        await using var account = bench.Channel.Open("default", bench.Host());
        bench.Server.GoDown();
        var gone = await account.ProbeAsync(s_limit, Ct);
        bench.Server.ComeBack();
        bench.Server.Revoke();

        var refused = await account.ProbeAsync(s_limit, Ct);

        Assert.False(gone!.Ok);
        Assert.Null(gone.Probe["status"]);
        Assert.Equal("""{"ok":false,"status":401,"error":"Unauthorized","elapsedMs":0}""", refused!.Probe.ToJsonString());
    }

    [Fact]
    public async Task Groups_that_are_answered_unasked_are_looked_at()
    {
        await using var bench = await TelegramBench.CreateAsync(
            """{"groups":{"-1001":{"requireMention":false},"-1002":{"requireMention":false},"@name":{"requireMention":false},"-1003":{},"*":{"requireMention":false}}}""");
        await using var account = bench.Channel.Open("default", bench.Host());
        bench.Server.SetMember("-1002", 4242, "left");

        var audit = (await account.ProbeAsync(s_limit, Ct))!.Audit!;

        Assert.Equal(
            """{"ok":false,"checkedGroups":2,"unresolvedGroups":1,"hasWildcardUnmentionedGroups":true,"groups":[{"chatId":"-1001","ok":true,"status":"member","error":null,"matchKey":"-1001","matchSource":"id"},{"chatId":"-1002","ok":false,"status":"left","error":"bot not in group","matchKey":"-1002","matchSource":"id"}],"elapsedMs":0}""",
            audit.ToJsonString());
        Assert.Equal(2, bench.Server.CallsOf("getChatMember").Count);
    }
}
