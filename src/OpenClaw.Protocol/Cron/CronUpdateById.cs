using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronUpdateParams"/>.</summary>
public sealed record CronUpdateById
{
    /// <summary>Job id.</summary>
    [Size(Min = 1)]
    public required string Id { get; init; }

    /// <summary>What changes.</summary>
    public required CronJobPatch Patch { get; init; }
}
