using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronSchedule"/>: at intervals.</summary>
public sealed record CronScheduleEvery
{
    /// <summary><c>every</c>.</summary>
    [Values("every")]
    public required string Kind { get; init; }

    /// <summary>Milliseconds.</summary>
    [Bounds(Min = 1)]
    public required long EveryMs { get; init; }

    /// <summary>Epoch ms.</summary>
    [Bounds(Min = 0)]
    public long? AnchorMs { get; init; }
}
