namespace OpenClaw.Operations.Processes;

/// <summary>How a run of the gateway ended (spec 13 row 35).</summary>
public sealed record StopRecord
{
    /// <summary>Its process.</summary>
    public required int Pid { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long StartedAtMs { get; init; }

    /// <summary>Epoch milliseconds; null when it ended without a word.</summary>
    public long? StoppedAtMs { get; init; }

    /// <summary>How long it ran, in milliseconds; null when it ended without a word.</summary>
    public long? UptimeMs { get; init; }

    /// <summary>Exit code; null when it ended without a word.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Why, in words: <c>SIGTERM</c>, <c>configuration invalid</c>, <c>killed or crashed</c>.</summary>
    public required string Reason { get; init; }
}
