namespace OpenClaw.Protocol.Agent;

/// <summary>How an agent presents itself.</summary>
public sealed record AgentIdentityGetResult
{
    /// <summary>Agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>At most 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>URL, data URL, path, or a short text.</summary>
    public required string Avatar { get; init; }
}
