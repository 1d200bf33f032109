using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>talk.mode</c>.</summary>
public sealed record TalkModeEvent
{
    /// <summary>Talk mode is on.</summary>
    public required bool Enabled { get; init; }

    /// <summary>E.g. <c>listening</c>; null when not given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Phase { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }
}
