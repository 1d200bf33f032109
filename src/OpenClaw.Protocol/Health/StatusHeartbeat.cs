namespace OpenClaw.Protocol.Health;

/// <summary>Heartbeats in a <see cref="StatusResult"/>.</summary>
public sealed record StatusHeartbeat
{
    /// <summary>Default agent.</summary>
    public required string DefaultAgentId { get; init; }

    /// <summary>Every agent.</summary>
    public required IReadOnlyList<StatusHeartbeatAgent> Agents { get; init; }
}
