using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronPayload"/>: a system event.</summary>
public sealed record CronSystemEvent
{
    /// <summary><c>systemEvent</c>.</summary>
    [Values("systemEvent")]
    public required string Kind { get; init; }

    /// <summary>Text.</summary>
    [Size(Min = 1)]
    public required string Text { get; init; }
}
