using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>What is known about the runs of a job.</summary>
public sealed record CronJobState
{
    /// <summary>Epoch ms.</summary>
    [Bounds(Min = 0)]
    public long? NextRunAtMs { get; init; }

    /// <summary>Start of the run under way, epoch ms.</summary>
    [Bounds(Min = 0)]
    public long? RunningAtMs { get; init; }

    /// <summary>Epoch ms.</summary>
    [Bounds(Min = 0)]
    public long? LastRunAtMs { get; init; }

    /// <summary>Outcome of the last run.</summary>
    [Values("ok", "error", "skipped")]
    public string? LastStatus { get; init; }

    /// <summary>Why it failed.</summary>
    public string? LastError { get; init; }

    /// <summary>Milliseconds.</summary>
    [Bounds(Min = 0)]
    public long? LastDurationMs { get; init; }
}
