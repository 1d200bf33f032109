using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Health;

/// <summary>Heartbeat of one agent.</summary>
public sealed record StatusHeartbeatAgent
{
    /// <summary>Agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>Switched on.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Period as configured.</summary>
    public required string Every { get; init; }

    /// <summary>Period in milliseconds, null when it never fires.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? EveryMs { get; init; }
}
