using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Health;

/// <summary>What a new session gets.</summary>
public sealed record StatusSessionDefaults
{
    /// <summary>Model id, null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Model { get; init; }

    /// <summary>Context window, null when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? ContextTokens { get; init; }
}
