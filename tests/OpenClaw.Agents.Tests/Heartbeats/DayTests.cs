using OpenClaw.Agents.Tests.Cron;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Tests.Heartbeats;

/// <summary>A day of jobs and heartbeats together, with everything counted.</summary>
public sealed class DayTests
{
    [Fact]
    public async Task In_twenty_four_hours_every_job_runs_when_due_one_time_jobs_once_and_nothing_storms()
    {
        await using var bench = new AutomationBench();
        bench.WriteHeartbeatFile("- look at the mail\n");
        bench.Beats.Start();
        bench.Jobs.Start();
        Add(bench, "hourly", CronBench.Expression("0 * * * *"), "next-heartbeat");
        Add(bench, "quarter", CronBench.Every(TimeSpan.FromMinutes(15)), "next-heartbeat");
        Add(bench, "reminder", CronBench.At(bench.Now.AddHours(7).AddMinutes(10)), "now");
        Add(bench, "past", CronBench.At(bench.Now.AddHours(-1)), "next-heartbeat");
        Add(bench, "report", CronBench.Expression("30 6 * * *"), "now", isolated: true);

        await bench.PassAsync(TimeSpan.FromHours(24));

        var runs = bench.Cron.Where(static entry => entry.Event.Action == "started").ToList();
        var names = bench.Jobs.List(true).ToDictionary(static job => job.Id, static job => job.Name);
        int Count(string name) => runs.Count(run => names[run.Event.JobId] == name);
        Assert.Equal((24, 96, 1, 1, 1), (Count("hourly"), Count("quarter"), Count("reminder"), Count("past"), Count("report")));
        Assert.All(runs.Where(run => names[run.Event.JobId] == "hourly"), static run => Assert.Equal((0, 0), (run.At.Minute, run.At.Second)));
        Assert.All(runs.Where(run => names[run.Event.JobId] == "quarter"), static run => Assert.Equal((0, 0), (run.At.Minute % 15, run.At.Second)));
        Assert.All(bench.Cron.Where(static entry => entry.Event.Action == "finished"), static entry => Assert.Equal("ok", entry.Event.Status));

        // 48 periodic beats less what the two wakes moved, two wakes, and one isolated turn: no more calls of the model than that.
        Assert.InRange(bench.Heard.Count, 46, 50);
        Assert.Equal(bench.Heard.Count + 1, bench.Model.Requests.Count);
        Assert.All(bench.Heard, static beat => Assert.Equal("ok-token", beat.Event.Status));
        Assert.InRange(bench.Jobs.Clock.Turns, 24 * 60, 24 * 60 * 3);
        Assert.InRange(bench.Beats.Clock.Turns, 24 * 60, 24 * 60 * 2);
        Assert.Empty(bench.Alerts);
    }

    private static void Add(AutomationBench bench, string name, CronSchedule schedule, string wake, bool isolated = false) =>
        Assert.Null(bench.Jobs.Add(new CronAddParams
        {
            Name = name,
            Schedule = schedule,
            SessionTarget = isolated ? "isolated" : "main",
            WakeMode = wake,
            Payload = isolated ? new CronPayload { Kind = "agentTurn", Message = name } : new CronPayload { Kind = "systemEvent", Text = name },
        }).Problem);
}
