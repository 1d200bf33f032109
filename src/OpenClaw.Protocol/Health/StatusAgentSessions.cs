namespace OpenClaw.Protocol.Health;

/// <summary>Sessions of one agent.</summary>
public sealed record StatusAgentSessions
{
    /// <summary>Agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>Store file.</summary>
    public required string Path { get; init; }

    /// <summary>Entries.</summary>
    public required long Count { get; init; }

    /// <summary>Newest ten.</summary>
    public required IReadOnlyList<StatusSession> Recent { get; init; }
}
