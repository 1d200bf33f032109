using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronSchedule"/>: once.</summary>
public sealed record CronScheduleAt
{
    /// <summary><c>at</c>.</summary>
    [Values("at")]
    public required string Kind { get; init; }

    /// <summary>Epoch ms.</summary>
    [Bounds(Min = 0)]
    public required long AtMs { get; init; }
}
