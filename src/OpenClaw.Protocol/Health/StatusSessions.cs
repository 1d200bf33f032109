namespace OpenClaw.Protocol.Health;

/// <summary>Sessions in a <see cref="StatusResult"/>.</summary>
public sealed record StatusSessions
{
    /// <summary>Store files.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Entries in all of them.</summary>
    public required long Count { get; init; }

    /// <summary>What a new session gets.</summary>
    public required StatusSessionDefaults Defaults { get; init; }

    /// <summary>Newest ten.</summary>
    public required IReadOnlyList<StatusSession> Recent { get; init; }

    /// <summary>The same per agent.</summary>
    public required IReadOnlyList<StatusAgentSessions> ByAgent { get; init; }
}
