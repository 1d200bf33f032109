using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Health;

/// <summary>Heartbeat settings in effect for one agent.</summary>
public sealed record HealthHeartbeat
{
    /// <summary>Switched on.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Period as configured, e.g. <c>30m</c>.</summary>
    public required string Every { get; init; }

    /// <summary>Period in milliseconds, null when it never fires.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? EveryMs { get; init; }

    /// <summary>What the agent is asked.</summary>
    public required string Prompt { get; init; }

    /// <summary>Where an alert goes.</summary>
    public required string Target { get; init; }

    /// <summary>Model override.</summary>
    public string? Model { get; init; }

    /// <summary>Longest reply that still counts as an acknowledgement.</summary>
    public required long AckMaxChars { get; init; }
}
