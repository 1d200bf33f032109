using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class FinishedRunsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_run_is_remembered_for_ten_minutes()
    {
        var clock = new FakeTimeProvider();
        var runs = new FinishedRuns(clock);
        runs.Add("r-1", new RunEnd(true, 1, 2, null));

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.NotNull(await runs.WaitAsync("r-1", TimeSpan.Zero, Ct));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await runs.WaitAsync("r-1", TimeSpan.Zero, Ct));
    }

    [Fact]
    public async Task A_waiter_hears_the_end_and_an_impatient_one_goes()
    {
        var clock = new FakeTimeProvider();
        var runs = new FinishedRuns(clock);
        var patient = runs.WaitAsync("r-1", TimeSpan.FromMinutes(5), Ct);
        var impatient = runs.WaitAsync("r-1", TimeSpan.FromSeconds(1), Ct);

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await impatient);
        runs.Add("r-1", new RunEnd(false, 1, 2, "why"));
        Assert.False(patient.IsCompleted);
        runs.Wake("r-1", new RunEnd(false, 1, 2, "why"));

        Assert.Equal("why", (await patient)!.Error);
    }
}
