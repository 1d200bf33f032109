using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronUpdateParams"/>.</summary>
public sealed record CronUpdateByJobId
{
    /// <summary>Job id.</summary>
    [Size(Min = 1)]
    public required string JobId { get; init; }

    /// <summary>What changes.</summary>
    public required CronJobPatch Patch { get; init; }
}
