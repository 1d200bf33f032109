using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>Result of <c>agents.list</c>.</summary>
public sealed record AgentsListResult
{
    /// <summary>Default agent.</summary>
    public required string DefaultId { get; init; }

    /// <summary>Name of the main session.</summary>
    public required string MainKey { get; init; }

    /// <summary>Session scope.</summary>
    [Values("per-sender", "global")]
    public required string Scope { get; init; }

    /// <summary>Every agent, default first.</summary>
    public required IReadOnlyList<AgentSummary> Agents { get; init; }
}
