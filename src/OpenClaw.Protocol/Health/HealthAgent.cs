namespace OpenClaw.Protocol.Health;

/// <summary>One agent in a <see cref="HealthResult"/>.</summary>
public sealed record HealthAgent
{
    /// <summary>Agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>True for the default agent.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Heartbeat settings in effect.</summary>
    public required HealthHeartbeat Heartbeat { get; init; }

    /// <summary>Its sessions.</summary>
    public required SessionsGlance Sessions { get; init; }
}
