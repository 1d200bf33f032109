using OpenClaw.Protocol.Cron;

namespace OpenClaw.Agents.Cron;

/// <summary>Does what a job says.</summary>
public interface ICronWork
{
    /// <summary>Runs it once. Failures are outcomes, not exceptions; only <paramref name="ct"/> may end it early.</summary>
    Task<CronOutcome> RunAsync(CronJob job, CancellationToken ct);
}
