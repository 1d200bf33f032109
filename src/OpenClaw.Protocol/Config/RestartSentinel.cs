using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Config;

/// <summary>Where the restart note was left.</summary>
public sealed record RestartSentinel
{
    /// <summary>Its file, or null when it could not be written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Path { get; init; }

    /// <summary>The note.</summary>
    public required RestartNote Payload { get; init; }
}
