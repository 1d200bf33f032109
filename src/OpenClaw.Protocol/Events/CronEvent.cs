using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>cron</c>: a job changed or ran.</summary>
public sealed record CronEvent
{
    /// <summary>Job.</summary>
    public required string JobId { get; init; }

    /// <summary>What happened.</summary>
    [Values("added", "updated", "removed", "started", "finished")]
    public required string Action { get; init; }

    /// <summary>Action finished: how it went.</summary>
    [Values("ok", "error", "skipped")]
    public string? Status { get; init; }

    /// <summary>Text of the failure.</summary>
    public string? Error { get; init; }

    /// <summary>What it produced.</summary>
    public string? Summary { get; init; }

    /// <summary>When it started, epoch milliseconds.</summary>
    public long? RunAtMs { get; init; }

    /// <summary>Milliseconds it took.</summary>
    public long? DurationMs { get; init; }

    /// <summary>When it is due next, epoch milliseconds.</summary>
    public long? NextRunAtMs { get; init; }
}
