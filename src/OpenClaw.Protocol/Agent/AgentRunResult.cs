namespace OpenClaw.Protocol.Agent;

/// <summary>What a run produced.</summary>
public sealed record AgentRunResult
{
    /// <summary>Reply blocks; none for an empty reply.</summary>
    public required IReadOnlyList<AgentReply> Payloads { get; init; }

    /// <summary>About the run.</summary>
    public required AgentRunMeta Meta { get; init; }
}
