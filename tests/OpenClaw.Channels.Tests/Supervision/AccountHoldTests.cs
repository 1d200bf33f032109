namespace OpenClaw.Channels.Tests.Supervision;

public sealed class AccountHoldTests
{
    [Fact]
    public async Task An_account_that_is_held_is_stopped_and_stays_so_whatever_the_config_does()
    {
        await using var bench = await RunningAsync();
        await using (await bench.Supervision.HoldAsync("telegram", "default", TestContext.Current.CancellationToken))
        {
            Assert.True(bench.Telegram.Opened[0].Disposed);
            await bench.ChangeAsync("""{"telegram":{"botToken":"other"}}""");
            await bench.Supervision.StartAccountAsync(bench.Telegram, "default");
            Assert.False(bench.Runtime("default").Running);
        }

        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);
        Assert.Equal(2, bench.Telegram.Opened.Count);
    }

    [Fact]
    public async Task A_second_holder_waits_for_the_first()
    {
        await using var bench = await RunningAsync();
        var first = await bench.Supervision.HoldAsync("telegram", "default", TestContext.Current.CancellationToken);
        var second = bench.Supervision.HoldAsync("telegram", "default", TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await first.DisposeAsync();
        await (await second).DisposeAsync();
        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);
    }

    [Fact]
    public async Task An_account_that_the_config_does_not_name_can_be_held_and_does_not_start()
    {
        await using var bench = await RunningAsync();
        await using (await bench.Supervision.HoldAsync("telegram", "other", TestContext.Current.CancellationToken))
            await bench.ChangeAsync("""{"telegram":{"botToken":"t","name":"n"}}""");

        Assert.DoesNotContain(bench.Telegram.Opened, account => account.AccountId == "other");
    }

    private static async Task<SupervisionBench> RunningAsync()
    {
        var bench = new SupervisionBench("""{"telegram":{"botToken":"t"}}""");
        await bench.Supervision.StartAsync();
        await bench.UntilAsync(() => bench.Runtime("default").State.Connected);
        return bench;
    }
}
