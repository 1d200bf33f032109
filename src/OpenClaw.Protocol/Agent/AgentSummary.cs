namespace OpenClaw.Protocol.Agent;

/// <summary>One agent of <see cref="AgentsListResult"/>.</summary>
public sealed record AgentSummary
{
    /// <summary>Agent.</summary>
    public required string Id { get; init; }

    /// <summary>Configured name.</summary>
    public string? Name { get; init; }

    /// <summary>How it presents itself.</summary>
    public AgentIdentity? Identity { get; init; }
}
