namespace OpenClaw.Protocol.Chat;

/// <summary>What was stopped.</summary>
public sealed record ChatAbortResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Something was running.</summary>
    public required bool Aborted { get; init; }

    /// <summary>What was stopped.</summary>
    public required IReadOnlyList<string> RunIds { get; init; }
}
