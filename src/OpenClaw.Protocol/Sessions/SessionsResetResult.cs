namespace OpenClaw.Protocol.Sessions;

/// <summary>Result of <c>sessions.reset</c>.</summary>
public sealed record SessionsResetResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>The new entry.</summary>
    public required SessionEntry Entry { get; init; }
}
