using OpenClaw.Agents.Lanes;

namespace OpenClaw.Agents.Tests.Lanes;

public sealed class LaneSchedulerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lane_lets_in_as_many_as_it_holds_and_the_rest_in_order()
    {
        var lanes = new LaneScheduler();
        var first = (await lanes.EnterAsync("main", 2, Ct))!;
        var second = (await lanes.EnterAsync("main", 2, Ct))!;
        var third = lanes.EnterAsync("main", 2, Ct);
        var fourth = lanes.EnterAsync("main", 2, Ct);
        Assert.False(third.IsCompleted);

        second.Dispose();
        using var inside = await third;
        Assert.False(fourth.IsCompleted);
        first.Dispose();
        first.Dispose();

        using var last = await fourth;
        Assert.Equal(0, lanes.Waiting);
        Assert.True(lanes.IsBusy("main"));
    }

    [Fact]
    public async Task Giving_up_leaves_the_line_and_an_empty_lane_is_gone()
    {
        var lanes = new LaneScheduler();
        var holder = (await lanes.EnterAsync("s", 1, Ct))!;
        using var patience = new CancellationTokenSource();
        var waiting = lanes.EnterAsync("s", 1, patience.Token);
        var behind = lanes.EnterAsync("s", 1, Ct);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        holder.Dispose();
        (await behind)!.Dispose();

        Assert.False(lanes.IsBusy("s"));
    }

    [Fact]
    public async Task A_line_that_is_full_turns_callers_away()
    {
        var lanes = new LaneScheduler();
        using var holder = await lanes.EnterAsync("s", 1, Ct);
        using var stop = new CancellationTokenSource();
        var line = Enumerable.Range(0, LaneScheduler.MaxWaiting).Select(_ => lanes.EnterAsync("s", 1, stop.Token)).ToList();

        Assert.Null(await lanes.EnterAsync("s", 1, Ct));

        await stop.CancelAsync();
        await Task.WhenAll(line).ContinueWith(static _ => { }, TaskScheduler.Default);
        Assert.Equal(0, lanes.Waiting);
    }

    [Fact]
    public async Task A_larger_capacity_takes_effect_with_the_next_move()
    {
        var lanes = new LaneScheduler();
        using var one = await lanes.EnterAsync("main", 1, Ct);
        var two = lanes.EnterAsync("main", 1, Ct);
        var three = lanes.EnterAsync("main", 4, Ct);

        one!.Dispose();

        using var second = await two;
        using var third = await three;
        Assert.NotNull(third);
    }
}
