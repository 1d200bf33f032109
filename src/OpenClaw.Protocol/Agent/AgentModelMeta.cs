namespace OpenClaw.Protocol.Agent;

/// <summary>Session and model of a run.</summary>
public sealed record AgentModelMeta
{
    /// <summary>Transcript id.</summary>
    public required string SessionId { get; init; }

    /// <summary>Model provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Model id.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens.</summary>
    public AgentUsage? Usage { get; init; }
}
