using System.Text.Json.Nodes;
using OpenClaw.Agents.Cron;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Tests.Cron;

public sealed class CronServiceTests
{
    [Fact]
    public async Task A_job_without_enabled_runs()
    {
        await using var bench = new CronBench();
        bench.Service.Start();
        var job = bench.Add("tea", CronBench.Every(TimeSpan.FromHours(1)));

        await bench.PassAsync(TimeSpan.FromHours(3));

        Assert.True(job.Enabled);
        Assert.Equal(["01-05 09:00:00", "01-05 10:00:00", "01-05 11:00:00"], bench.TimesOf("tea"));
    }

    [Fact]
    public async Task A_one_time_job_fires_once_and_is_switched_off_or_removed()
    {
        await using var bench = new CronBench();
        bench.Service.Start();
        var kept = bench.Add("kept", CronBench.At(bench.Now.AddMinutes(5)));
        var gone = bench.Add("gone", CronBench.At(bench.Now.AddMinutes(5)), deleteAfterRun: true);

        await bench.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(["01-05 08:05:00"], bench.TimesOf("kept"));
        Assert.Equal(["01-05 08:05:00"], bench.TimesOf("gone"));
        Assert.False(bench.Find(kept.Id)!.Enabled);
        Assert.Null(bench.Find(kept.Id)!.State.NextRunAtMs);
        Assert.Null(bench.Find(gone.Id));
        Assert.Equal(["added", "started", "finished", "removed"], bench.Events.Where(e => e.JobId == gone.Id).Select(e => e.Action));
    }

    [Theory]
    [InlineData("skipped")]
    [InlineData("error")]
    public async Task A_one_time_job_that_fails_is_tried_again_with_growing_pauses_and_then_switched_off(string status)
    {
        await using var bench = new CronBench();
        bench.Work = (_, _) => Task.FromResult(new CronOutcome(status, "not now"));
        bench.Service.Start();
        var job = bench.Add("reminder", CronBench.At(bench.Now.AddMinutes(1)));

        await bench.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(
            ["01-05 08:01:00", "01-05 08:01:30", "01-05 08:02:30", "01-05 08:07:30", "01-05 08:22:30", "01-05 09:22:30"],
            bench.TimesOf("reminder"));
        Assert.False(bench.Find(job.Id)!.Enabled);
        Assert.Equal("not now", bench.Find(job.Id)!.State.LastError);
    }

    [Fact]
    public async Task Retries_survive_a_restart()
    {
        await using var bench = new CronBench();
        bench.Work = static (_, _) => Task.FromResult(new CronOutcome("error", "no model"));
        bench.Service.Start();
        var job = bench.Add("reminder", CronBench.At(bench.Now.AddMinutes(1)));
        await bench.PassAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(3, bench.Ran.Count);

        await bench.RestartAsync();
        await bench.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(6, bench.Ran.Count);
        Assert.False(bench.Find(job.Id)!.Enabled);
    }

    [Fact]
    public async Task An_interval_does_not_drift_with_the_length_of_its_runs()
    {
        await using var bench = new CronBench();
        bench.Work = (_, _) =>
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(7));
            return Task.FromResult(new CronOutcome("ok"));
        };
        bench.Service.Start();
        bench.Add("tick", CronBench.Every(TimeSpan.FromMinutes(1)));

        await bench.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(["01-05 08:01:00", "01-05 08:02:00", "01-05 08:03:00"], bench.TimesOf("tick"));
    }

    [Fact]
    public async Task A_start_leaves_out_missed_turns_but_gives_a_missed_reminder_at_once()
    {
        await using var bench = new CronBench();
        bench.Add("hourly", CronBench.Expression("0 * * * *"));
        bench.Add("every", CronBench.Every(TimeSpan.FromMinutes(10)));
        bench.Add("reminder", CronBench.At(bench.Now.AddMinutes(30)));
        bench.Clock.Advance(TimeSpan.FromHours(5) + TimeSpan.FromMinutes(1));

        await bench.RestartAsync();
        await bench.SettleAsync();

        Assert.Equal("reminder", Assert.Single(bench.Ran).Name);
    }

    [Fact]
    public async Task A_job_whose_last_run_was_cut_off_by_a_crash_runs_again()
    {
        await using var bench = new CronBench();
        var job = bench.Add("reminder", CronBench.At(bench.Now.AddMinutes(1)));
        var tree = JsonNode.Parse(System.IO.File.ReadAllText(bench.File))!;
        tree["jobs"]![0]!["state"]!["runningAtMs"] = bench.Now.ToUnixTimeMilliseconds();
        System.IO.File.WriteAllText(bench.File, tree.ToJsonString());

        await bench.RestartAsync();
        await bench.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(["01-05 08:01:00"], bench.TimesOf("reminder"));
        Assert.Equal("ok", bench.Find(job.Id)!.State.LastStatus);
    }

    [Fact]
    public async Task A_machine_that_slept_runs_what_it_missed_once_and_a_clock_set_back_does_not_stall_anything()
    {
        await using var bench = new CronBench();
        bench.Service.Start();
        bench.Add("tick", CronBench.Every(TimeSpan.FromMinutes(10)));
        await bench.SettleAsync();

        bench.Clock.Advance(TimeSpan.FromHours(6));
        await bench.SettleAsync();
        Assert.Single(bench.Ran);

        bench.Clock.AdjustTime(bench.Now - TimeSpan.FromHours(3));
        bench.Clock.Advance(TimeSpan.FromSeconds(61));
        await bench.PassAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(4, bench.Ran.Count);
    }

    [Fact]
    public async Task Lists_answer_and_changes_are_taken_while_a_job_runs()
    {
        await using var bench = new CronBench();
        var gate = new TaskCompletionSource();
        var running = new TaskCompletionSource();
        bench.Work = async (_, ct) =>
        {
            running.SetResult();
            await gate.Task.WaitAsync(ct);
            return new CronOutcome("ok");
        };
        var job = bench.Add("long", CronBench.Every(TimeSpan.FromHours(1)));
        var run = bench.Service.RunAsync(job.Id, force: true, TestContext.Current.CancellationToken);
        await running.Task;

        Assert.NotNull(Assert.Single(bench.Service.List(true)).State.RunningAtMs);
        Assert.Equal("renamed", bench.Service.Update(job.Id, new CronJobPatch { Name = "renamed" }).Job!.Name);
        var again = await bench.Service.RunAsync(job.Id, force: true, TestContext.Current.CancellationToken);
        Assert.Equal((false, "already-running"), (again.Result!.Ran, again.Result.Reason));
        gate.SetResult();
        Assert.True((await run).Result!.Ran);
        Assert.Equal("renamed", bench.Find(job.Id)!.Name);
    }

    [Fact]
    public async Task A_job_of_a_millisecond_or_one_that_throws_makes_no_hot_loop()
    {
        await using var bench = new CronBench();
        bench.Work = static (_, _) => throw new InvalidOperationException("broken");
        bench.Service.Start();
        bench.Add("mad", new CronSchedule { Kind = "every", EveryMs = 1 });
        bench.Add("each second", CronBench.Expression("* * * * * *"));
        bench.Add("past", CronBench.At(bench.Now.AddYears(-1)));

        await bench.PassAsync(TimeSpan.FromMinutes(1));

        Assert.InRange(bench.TimesOf("mad").Count, 55, 61);
        Assert.InRange(bench.TimesOf("each second").Count, 55, 61);
        Assert.Equal(2, bench.TimesOf("past").Count);
        Assert.InRange(bench.Service.Clock.Turns, 1, 500);
    }

    [Fact]
    public async Task Bad_schedules_and_rules_are_refused_and_nothing_is_stored()
    {
        await using var bench = new CronBench(config: """{"agents":{"list":[{"id":"main"}]}}""");
        var good = new CronAddParams
        {
            Name = "x",
            Schedule = CronBench.Every(TimeSpan.FromHours(1)),
            SessionTarget = "main",
            Payload = new CronPayload { Kind = "systemEvent", Text = "x" },
        };
        (string Part, CronAddParams Request)[] bad =
        [
            ("schedule.expr", good with { Schedule = CronBench.Expression("not a cron") }),
            ("schedule.expr", good with { Schedule = CronBench.Expression("not a cron"), Enabled = false }),
            ("never comes true", good with { Schedule = CronBench.Expression("0 0 30 2 *") }),
            ("schedule.tz", good with { Schedule = CronBench.Expression("0 0 * * *", "Mars/Olympus") }),
            ("main cron jobs require", good with { Payload = new CronPayload { Kind = "agentTurn", Message = "x" } }),
            ("isolated cron jobs require", good with { SessionTarget = "isolated" }),
            ("unknown agent id", good with { AgentId = "nobody" }),
            ("payload.text", good with { Payload = new CronPayload { Kind = "systemEvent", Text = "  " } }),
        ];

        foreach (var (part, request) in bad)
            Assert.Contains(part, bench.Service.Add(request).Problem, StringComparison.Ordinal);

        Assert.Empty(bench.Service.List(true));
        Assert.False(System.IO.File.Exists(bench.File));
        Assert.Equal("unknown cron job id: nope", bench.Service.Update("nope", new CronJobPatch()).Problem);
        Assert.Equal("unknown cron job id: nope", (await bench.Service.RunAsync("nope", true, TestContext.Current.CancellationToken)).Problem);
    }

    [Fact]
    public async Task A_refused_change_leaves_the_job_as_it_was_and_a_payload_merges_within_its_kind()
    {
        await using var bench = new CronBench();
        var job = bench.Add("turn", CronBench.Every(TimeSpan.FromHours(1)), target: "isolated");

        Assert.NotNull(bench.Service.Update(job.Id, new CronJobPatch { Name = "no", SessionTarget = "main" }).Problem);
        Assert.Equal("turn", bench.Find(job.Id)!.Name);

        var merged = bench.Service.Update(job.Id, new CronJobPatch { Payload = new CronPayloadPatch { Kind = "agentTurn", Model = "a/b" } }).Job!;
        Assert.Equal(("turn", "a/b"), (merged.Payload.Message, merged.Payload.Model));
        Assert.Contains(
            "requires text",
            bench.Service.Update(job.Id, new CronJobPatch { SessionTarget = "main", Payload = new CronPayloadPatch { Kind = "systemEvent" } }).Problem,
            StringComparison.Ordinal);
        var other = bench.Service.Update(
            job.Id, new CronJobPatch { SessionTarget = "main", Payload = new CronPayloadPatch { Kind = "systemEvent", Text = "hi" } }).Job!;
        Assert.Equal(("hi", null, null), (other.Payload.Text, other.Payload.Message, other.Payload.Model));
        Assert.Null(bench.Service.Update(job.Id, new CronJobPatch { Enabled = false }).Job!.State.NextRunAtMs);
    }

    [Fact]
    public async Task One_main_job_and_as_many_isolated_ones_as_allowed_run_at_a_time()
    {
        await using var bench = new CronBench(isolatedAtOnce: 2);
        var (now, peak) = (0, 0);
        bench.Work = async (job, ct) =>
        {
            if (job.SessionTarget == "isolated")
                peak = Math.Max(peak, Interlocked.Increment(ref now));
            await Task.Delay(10, ct);
            if (job.SessionTarget == "isolated")
                Interlocked.Decrement(ref now);
            return new CronOutcome("ok");
        };
        bench.Service.Start();
        for (var i = 0; i < 6; i++)
            bench.Add($"job {i}", CronBench.At(bench.Now.AddMinutes(1)), target: "isolated");

        await bench.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(6, bench.Ran.Count);
        Assert.Equal(2, peak);
    }

    [Fact]
    public async Task With_jobs_switched_off_the_store_works_and_nothing_fires()
    {
        await using var bench = new CronBench();
        bench.Settings = bench.Settings with { Enabled = false };
        await bench.RestartAsync();
        bench.Add("tick", CronBench.Every(TimeSpan.FromMinutes(1)));
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(50, TestContext.Current.CancellationToken);

        Assert.Empty(bench.Ran);
        Assert.Equal((false, 1L, null), (bench.Service.Status().Enabled, bench.Service.Status().Jobs, bench.Service.Status().NextWakeAtMs));
    }

    [Fact]
    public async Task The_wire_form_has_the_recorded_order_of_members()
    {
        await using var bench = new CronBench();
        var job = bench.Add("once", CronBench.At(bench.Now.AddHours(1)), deleteAfterRun: true);
        var json = System.Text.Json.JsonSerializer.SerializeToNode(job, ProtocolJson.Default.CronJob)!.AsObject();
        Assert.Equal(
            "id,name,enabled,deleteAfterRun,createdAtMs,updatedAtMs,schedule,sessionTarget,wakeMode,payload,state",
            string.Join(',', json.Select(static pair => pair.Key)));
    }
}
