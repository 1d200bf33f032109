using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronRemoveParams"/>.</summary>
public sealed record CronRemoveById
{
    /// <summary>Job id.</summary>
    [Size(Min = 1)]
    public required string Id { get; init; }
}
