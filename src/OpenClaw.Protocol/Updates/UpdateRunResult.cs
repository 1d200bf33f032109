using OpenClaw.Protocol.Config;

namespace OpenClaw.Protocol.Updates;

/// <summary>Result of <c>update.run</c>.</summary>
public sealed record UpdateRunResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>What it did.</summary>
    public required UpdateOutcome Result { get; init; }

    /// <summary>The restart that follows.</summary>
    public required RestartSchedule Restart { get; init; }

    /// <summary>The note left for after it.</summary>
    public required RestartSentinel Sentinel { get; init; }
}
