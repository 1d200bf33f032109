using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Support;

namespace OpenClaw.Channels.Tests.Supervision;

public sealed class ConfigFollowingTests
{
    private const string Two = """{"telegram":{"accounts":{"a":{"botToken":"t1"},"b":{"botToken":"t2"}}}}""";

    [Fact]
    public async Task A_new_token_restarts_that_account_alone()
    {
        await using var bench = await RunningAsync(Two);
        await bench.ChangeAsync("""{"telegram":{"accounts":{"a":{"botToken":"other"},"b":{"botToken":"t2"}}}}""");
        await bench.UntilAsync(() => bench.Telegram.Opened.Count == 3 && bench.Runtime("a").State.Connected);

        Assert.Equal(["a", "a", "b"], bench.Telegram.Opened.Select(account => account.AccountId).Order());
        Assert.Single(bench.Telegram.Opened, account => account.Disposed);
    }

    [Fact]
    public async Task Settings_that_are_read_with_every_message_restart_nothing()
    {
        await using var bench = await RunningAsync(Two);
        await bench.ChangeAsync("""{"telegram":{"dmPolicy":"open","accounts":{"a":{"botToken":"t1"},"b":{"botToken":"t2","name":"Bee"}}}}""");

        Assert.Equal(2, bench.Telegram.Opened.Count);
        Assert.All(bench.Telegram.Opened, account => Assert.False(account.Disposed));
    }

    [Fact]
    public async Task Accounts_that_come_start_and_accounts_that_go_stop()
    {
        await using var bench = await RunningAsync(Two);
        await bench.ChangeAsync("""{"telegram":{"accounts":{"b":{"botToken":"t2"},"c":{"botToken":"t3"}}}}""");
        await bench.UntilAsync(() => bench.Runtime("c").State.Connected);

        Assert.Null(bench.Supervision.Running("telegram", "a"));
        Assert.Equal(["a"], bench.Telegram.Opened.Where(account => account.Disposed).Select(account => account.AccountId));
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_stops_and_one_that_is_taken_out_is_gone()
    {
        await using var bench = await RunningAsync("""{"telegram":{"botToken":"t"}}""");
        await bench.ChangeAsync("""{"telegram":{"botToken":"t","enabled":false}}""");
        Assert.Equal("disabled", bench.Runtime("default").LastError);
        Assert.Equal(SendFaultKind.Refused, bench.Supervision.Unavailable("telegram", null)?.Kind);

        await bench.ChangeAsync("{}");
        Assert.Empty(bench.Supervision.Channels);
        Assert.Equal(SendFaultKind.Unsupported, bench.Supervision.Unavailable("telegram", null)?.Kind);
    }

    [Fact]
    public async Task An_account_that_somebody_stopped_stays_stopped_until_its_own_settings_change()
    {
        await using var bench = await RunningAsync("""{"telegram":{"botToken":"t"}}""");
        await bench.Supervision.StopAccountAsync(bench.Telegram, "default");
        await bench.ChangeAsync("""{"telegram":{"botToken":"t","name":"n"}}""");
        Assert.False(bench.Runtime("default").Running);

        await bench.ChangeAsync("""{"telegram":{"botToken":"t2","name":"n"}}""");
        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);
    }

    [Fact]
    public async Task Channels_stand_in_display_order_whatever_the_config_says()
    {
        await using var bench = new SupervisionBench(
            """{"whatsapp":{"botToken":"w"},"telegram":{"botToken":"t"}}""", new ScriptedChannel("telegram"), new ScriptedChannel("whatsapp"));
        Assert.Equal(["telegram", "whatsapp"], bench.Supervision.Channels.Select(channel => channel.Description.Id));
    }

    private static async Task<SupervisionBench> RunningAsync(string channels)
    {
        var bench = new SupervisionBench(channels);
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.AccountIds.All(id => bench.Runtime(id).State.Connected));
        return bench;
    }
}
