using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronRunsParams"/>.</summary>
public sealed record CronRunsById
{
    /// <summary>Job id.</summary>
    [Size(Min = 1)]
    public required string Id { get; init; }

    /// <summary>Most entries; default 200.</summary>
    [Bounds(Min = 1, Max = 5000)]
    public long? Limit { get; init; }
}
