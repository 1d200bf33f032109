using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>One line of a run log.</summary>
public sealed record CronRunEntry
{
    /// <summary>Epoch ms.</summary>
    public required long Ts { get; init; }

    /// <summary>Job.</summary>
    public required string JobId { get; init; }

    /// <summary>Always <c>finished</c>.</summary>
    [Values("finished")]
    public required string Action { get; init; }

    /// <summary>Outcome.</summary>
    [Values("ok", "error", "skipped")]
    public string? Status { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }

    /// <summary>What came of it.</summary>
    public string? Summary { get; init; }

    /// <summary>Start, epoch ms.</summary>
    public long? RunAtMs { get; init; }

    /// <summary>Milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Epoch ms.</summary>
    public long? NextRunAtMs { get; init; }
}
