namespace OpenClaw.Protocol.Sessions;

/// <summary>Result of <c>sessions.compact</c>.</summary>
public sealed record SessionsCompactResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>Whether lines were dropped.</summary>
    public required bool Compacted { get; init; }

    /// <summary>Why nothing could be done: <c>no sessionId</c> or <c>no transcript</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Path of the transcript as it was before.</summary>
    public string? Archived { get; init; }

    /// <summary>Lines in the transcript now.</summary>
    public long? Kept { get; init; }
}
