using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Health;

/// <summary>One line of <see cref="SessionsGlance"/>.</summary>
public sealed record RecentSession
{
    /// <summary>Session key.</summary>
    public required string Key { get; init; }

    /// <summary>Epoch milliseconds, null when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? UpdatedAt { get; init; }

    /// <summary>Milliseconds since then, null when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? Age { get; init; }
}
