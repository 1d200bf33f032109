namespace OpenClaw.Protocol.Sessions;

/// <summary>Result of <c>sessions.patch</c>.</summary>
public sealed record SessionsPatchResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Store file.</summary>
    public required string Path { get; init; }

    /// <summary>Canonical key.</summary>
    public required string Key { get; init; }

    /// <summary>The entry after the change.</summary>
    public required SessionEntry Entry { get; init; }
}
