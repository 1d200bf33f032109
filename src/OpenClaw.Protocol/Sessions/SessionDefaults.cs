using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>What a session without overrides uses.</summary>
public sealed record SessionDefaults
{
    /// <summary>Provider of the default model, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? ModelProvider { get; init; }

    /// <summary>Default model, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Model { get; init; }

    /// <summary>Its context window in tokens, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? ContextTokens { get; init; }
}
