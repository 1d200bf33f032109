namespace OpenClaw.Protocol.Sessions;

/// <summary>Result of <c>sessions.resolve</c>.</summary>
public sealed record SessionsResolveResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }
}
