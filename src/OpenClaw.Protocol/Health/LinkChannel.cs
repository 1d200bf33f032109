using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Health;

/// <summary>The channel whose account link decides readiness.</summary>
public sealed record LinkChannel
{
    /// <summary>Channel.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Label { get; init; }

    /// <summary>The real link state.</summary>
    public required bool Linked { get; init; }

    /// <summary>Age of the credentials, null without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? AuthAgeMs { get; init; }
}
