using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Heartbeats;

/// <summary>Payload of <c>heartbeat</c>, result of <c>last-heartbeat</c>.</summary>
public sealed record HeartbeatEvent
{
    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }

    /// <summary>How it went.</summary>
    [Values("sent", "ok-empty", "ok-token", "skipped", "failed")]
    public required string Status { get; init; }

    /// <summary>Where it was sent.</summary>
    public string? To { get; init; }

    /// <summary>Why it was skipped, or what asked for it.</summary>
    public string? Reason { get; init; }

    /// <summary>At most 200 characters of the text.</summary>
    public string? Preview { get; init; }

    /// <summary>Milliseconds it took.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Attachments were sent.</summary>
    public bool? HasMedia { get; init; }

    /// <summary>Channel used.</summary>
    public string? Channel { get; init; }

    /// <summary>Nothing was shown.</summary>
    public bool? Silent { get; init; }

    /// <summary>What a status light should show.</summary>
    [Values("ok", "alert", "error")]
    public string? IndicatorType { get; init; }
}
