namespace OpenClaw.Protocol.Health;

/// <summary>A session store in one line.</summary>
public sealed record SessionsGlance
{
    /// <summary>Store file.</summary>
    public required string Path { get; init; }

    /// <summary>Entries.</summary>
    public required long Count { get; init; }

    /// <summary>The newest five.</summary>
    public required IReadOnlyList<RecentSession> Recent { get; init; }
}
