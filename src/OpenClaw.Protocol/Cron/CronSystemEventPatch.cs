using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>Branch of <see cref="CronPayloadPatch"/>.</summary>
public sealed record CronSystemEventPatch
{
    /// <summary><c>systemEvent</c>.</summary>
    [Values("systemEvent")]
    public required string Kind { get; init; }

    /// <summary>Text.</summary>
    [Size(Min = 1)]
    public string? Text { get; init; }
}
