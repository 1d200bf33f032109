using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Cron;

/// <summary>What a job's state becomes: at a start, after a change of its schedule, after a run (spec 09 §6.2). Pure.</summary>
internal static class CronProgress
{
    // A reminder that could not be given is tried again, five times in an hour and a half; then somebody has to look.
    private static readonly long[] s_retryMs = [30_000, 60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000];

    /// <summary>
    /// The gateway starts: nothing runs, whatever the file says. Missed turns of repeating jobs are left out; a time once given that has
    /// passed is kept now.
    /// </summary>
    public static StoredJob AtStart(StoredJob job, long nowMs, TimeZoneInfo hostZone)
    {
        var idle = job.WithState(static state => state with { RunningAtMs = null });
        return idle.Retries > 0 && idle.IsEnabled && idle.Job.State.NextRunAtMs > nowMs ? idle : Scheduled(idle, nowMs, hostZone);
    }

    /// <summary>With its next time worked out anew.</summary>
    public static StoredJob Scheduled(StoredJob job, long nowMs, TimeZoneInfo hostZone) =>
        job.WithState(state => state with { NextRunAtMs = job.IsEnabled && !IsKept(job.Job) ? Next(job, nowMs, hostZone) : null });

    /// <summary>After a run; null when the job has done what it was for and is removed.</summary>
    public static StoredJob? AfterRun(StoredJob job, CronJob started, CronOutcome outcome, long nowMs, TimeZoneInfo hostZone)
    {
        var startedMs = started.State.RunningAtMs ?? nowMs;
        var done = job.WithState(state => state with
        {
            RunningAtMs = null,
            LastRunAtMs = startedMs,
            LastStatus = outcome.Status,
            LastError = outcome.Status == CronOutcome.Ok ? null : outcome.Error,
            LastDurationMs = Math.Max(0, nowMs - startedMs),
        });
        if (job.Job.Schedule.Kind != "at")
            return Scheduled(done, nowMs, hostZone);

        // Set to another time while it ran: that time is still to come.
        if (job.Job.Schedule != started.Schedule)
            return Scheduled(done with { Retries = 0 }, nowMs, hostZone);
        if (outcome.Status == CronOutcome.Ok)
            return job.Job.DeleteAfterRun == true ? null : Off(done);
        if (!job.IsEnabled)
            return Off(done);
        return done.Retries < s_retryMs.Length
            ? done.WithState(state => state with { NextRunAtMs = nowMs + s_retryMs[done.Retries] }) with { Retries = done.Retries + 1 }
            : Off(done);
    }

    private static StoredJob Off(StoredJob job)
    {
        var off = job.WithState(static state => state with { NextRunAtMs = null });
        return off with { Retries = 0, Job = off.Job with { Enabled = false } };
    }

    private static bool IsKept(CronJob job) =>
        job.Schedule.Kind == "at" && job.State.LastStatus == CronOutcome.Ok && job.State.LastRunAtMs >= job.Schedule.AtMs;

    private static long? Next(StoredJob job, long nowMs, TimeZoneInfo hostZone) =>
        CronTimes.Next(job.Job.Schedule, job.Job.CreatedAtMs, nowMs, hostZone);
}
