using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels.Tests.Supervision;

public sealed class AccountSupervisionTests
{
    private const string One = """{"telegram":{"botToken":"t"}}""";
    private const string Two = """{"telegram":{"accounts":{"a":{"botToken":"t1"},"b":{"botToken":"t2"}}}}""";

    [Fact]
    public async Task An_account_that_can_start_runs_and_is_found_without_its_id()
    {
        await using var bench = new SupervisionBench(One);
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);

        Assert.True(bench.Runtime("default").Running);
        Assert.Equal(bench.Time.GetUtcNow().ToUnixTimeMilliseconds(), bench.Runtime("default").LastStartAt);
        Assert.Same(bench.Telegram.Opened[0], bench.Supervision.Running("Telegram", null));
        Assert.Null(bench.Supervision.Unavailable("telegram", null));
    }

    [Theory]
    [InlineData("""{"telegram":{"botToken":"t","enabled":false}}""", "disabled")]
    [InlineData("""{"telegram":{"name":"x"}}""", "not configured")]
    public async Task An_account_that_cannot_start_says_why(string config, string reason)
    {
        await using var bench = new SupervisionBench(config);
        await bench.Supervision.StartAsync();

        Assert.False(bench.Runtime("default").Running);
        Assert.Equal(reason, bench.Runtime("default").LastError);
        Assert.Empty(bench.Telegram.Opened);
    }

    [Fact]
    public async Task Complaint_11_A_fault_restarts_that_account_after_a_growing_pause_and_touches_no_other()
    {
        await using var bench = new SupervisionBench(Two);
        bench.Telegram.Script("a", static (_, _) => throw new IOException("no route"));
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.Runtime("a").NextStartAt is not null && bench.Runtime("b").State.Connected);

        Assert.Equal("no route", bench.Runtime("a").LastError);
        Assert.Equal(1, bench.Runtime("a").Failures);
        var first = bench.Runtime("a").NextStartAt!.Value - bench.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.InRange(first, 2000, 2500);

        bench.Time.Advance(TimeSpan.FromMilliseconds(first));
        await bench.UntilAsync(() => bench.Runtime("a") is { Failures: 2, NextStartAt: not null });
        var second = bench.Runtime("a").NextStartAt!.Value - bench.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.InRange(second, 3600, 4500);

        Assert.Single(bench.Telegram.Opened, account => account.AccountId == "b");
        Assert.All(bench.Telegram.Opened.Where(account => account.AccountId == "a"), account => Assert.True(account.Disposed));
    }

    [Fact]
    public async Task A_healthy_time_makes_the_next_fault_a_first_one()
    {
        await using var bench = new SupervisionBench(One);
        var end = new TaskCompletionSource();
        bench.Telegram.Script("default", (account, _) => bench.Telegram.Opened.Count < 3 ? throw new IOException("down") : end.Task);
        await bench.Supervision.StartAsync();
        for (var failures = 1; failures < 3; failures++)
        {
            await bench.UntilAsync(() => bench.Runtime("default").Failures == failures && bench.Runtime("default").NextStartAt is not null);
            bench.Time.Advance(TimeSpan.FromSeconds(30));
        }

        await bench.UntilAsync(() => bench.Telegram.Opened.Count == 3 && bench.Runtime("default").NextStartAt is null);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        end.SetException(new IOException("down again"));
        await bench.UntilAsync(() => bench.Runtime("default").LastError == "down again");
        Assert.Equal(1, bench.Runtime("default").Failures);
    }

    [Fact]
    public async Task An_account_that_needs_help_waits_for_a_change_of_its_own_settings()
    {
        await using var bench = new SupervisionBench(One);
        bench.Telegram.Script("default", static (_, _) => throw new AccountStoppedException("the token was revoked"));
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.Runtime("default").NeedsHelp);

        Assert.False(bench.Runtime("default").Running);
        Assert.Equal("the token was revoked", bench.Runtime("default").LastError);
        Assert.Equal(SendFaultKind.Refused, bench.Supervision.Unavailable("telegram", null)?.Kind);
        bench.Time.Advance(TimeSpan.FromHours(5));
        await bench.ChangeAsync("""{"telegram":{"botToken":"t","name":"n"}}""");
        Assert.Single(bench.Telegram.Opened);

        bench.Telegram.Script("default", Support.ScriptedAccount.StayConnected);
        await bench.ChangeAsync("""{"telegram":{"botToken":"new"}}""");
        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);
        Assert.Null(bench.Runtime("default").LastError);
    }

    [Fact]
    public async Task An_account_that_says_when_trying_again_is_worth_it_is_tried_then()
    {
        await using var bench = new SupervisionBench(One);
        bench.Telegram.Script("default", (account, stop) => bench.Telegram.Opened.Count == 1
            ? throw new AccountStoppedException("another poller", TimeSpan.FromMinutes(5)) : Support.ScriptedAccount.StayConnected(account, stop));
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.Runtime("default").NeedsHelp);

        var fault = bench.Supervision.Unavailable("telegram", null);
        Assert.Equal((SendFaultKind.NotConnected, TimeSpan.FromMinutes(5)), (fault?.Kind, fault?.RetryAfter));
        bench.Time.Advance(TimeSpan.FromMinutes(5));
        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);
    }

    [Fact]
    public async Task What_an_account_knew_is_kept_when_it_is_begun_anew()
    {
        await using var bench = new SupervisionBench(One);
        var lost = new Disconnect(5, 428, "status=428 closed", false);
        bench.Telegram.Script("default", (account, _) =>
        {
            account.Become(state => state with { Connected = true, LastConnectedAt = 4, LastDisconnect = lost });
            throw new IOException("lost");
        });
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.Runtime("default").NextStartAt is not null);

        var state = bench.Runtime("default").State;
        Assert.False(state.Connected);
        Assert.Equal((4, lost), (state.LastConnectedAt, state.LastDisconnect));
    }

    [Fact]
    public async Task An_account_that_does_not_stop_is_left_behind_after_its_limit_and_never_runs_twice()
    {
        await using var bench = new SupervisionBench(One);
        var stuck = new TaskCompletionSource();
        bench.Telegram.Script("default", (_, _) => stuck.Task);
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.Telegram.Opened.Count == 1);

        var stop = bench.Supervision.StopAccountAsync(bench.Telegram, "default", "logged out");
        await bench.UntilAsync(() =>
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1));
            return stop.IsCompleted;
        });
        Assert.Equal("logged out", bench.Runtime("default").LastError);

        bench.Telegram.Script("default", Support.ScriptedAccount.StayConnected);
        await bench.Supervision.StartAccountAsync(bench.Telegram, "default");
        Assert.Single(bench.Telegram.Opened);
        stuck.SetResult();
        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);
        Assert.Equal(2, bench.Telegram.Opened.Count);
    }

    [Fact]
    public async Task Traffic_is_noted_per_account()
    {
        await using var bench = new SupervisionBench(Two);
        bench.Supervision.NoteActivity("telegram", "a", inbound: true);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        bench.Supervision.NoteActivity("telegram", "a", inbound: false);

        var seen = bench.Supervision.Activity.Of("telegram", "a");
        Assert.Equal(1000, seen.LastOutboundAt - seen.LastInboundAt);
        Assert.Null(bench.Supervision.Activity.Of("telegram", "b").LastInboundAt);
    }
}
