using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>Params of <c>agent.identity.get</c>.</summary>
public sealed record AgentIdentityGetParams
{
    /// <summary>Agent.</summary>
    [Size(Min = 1)]
    public string? AgentId { get; init; }

    /// <summary>Takes the agent from the key.</summary>
    public string? SessionKey { get; init; }
}
