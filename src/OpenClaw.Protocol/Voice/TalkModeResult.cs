using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Voice;

/// <summary>Result of <c>talk.mode</c>.</summary>
public sealed record TalkModeResult
{
    /// <summary>Whether the assistant listens.</summary>
    public required bool Enabled { get; init; }

    /// <summary>What it is doing, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Phase { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long Ts { get; init; }
}
