using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Channels;

/// <summary>Live state of one channel account; channels may add members.</summary>
[Open]
public sealed record ChannelAccount
{
    /// <summary>Account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Switched on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Has what it needs.</summary>
    public bool? Configured { get; init; }

    /// <summary>Where the bot token came from.</summary>
    public string? TokenSource { get; init; }

    /// <summary>Linked to a phone.</summary>
    public bool? Linked { get; init; }

    /// <summary>Its worker runs.</summary>
    public bool? Running { get; init; }

    /// <summary>Connected to the service.</summary>
    public bool? Connected { get; init; }

    /// <summary>Since the last success.</summary>
    public long? ReconnectAttempts { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    [OrNull]
    public long? LastConnectedAt { get; init; }

    /// <summary>Why the last connection ended.</summary>
    public JsonElement? LastDisconnect { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    [OrNull]
    public long? LastMessageAt { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    [OrNull]
    public long? LastEventAt { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    [OrNull]
    public long? LastStartAt { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    [OrNull]
    public long? LastStopAt { get; init; }

    /// <summary>Text of the last failure.</summary>
    [OrNull]
    public string? LastError { get; init; }

    /// <summary>How it receives.</summary>
    public string? Mode { get; init; }

    /// <summary>Who may write directly.</summary>
    public string? DmPolicy { get; init; }

    /// <summary>Allowed senders.</summary>
    public IReadOnlyList<string>? AllowFrom { get; init; }

    /// <summary>Answer of the last probe.</summary>
    public JsonElement? Probe { get; init; }

    /// <summary>Findings of the last audit.</summary>
    public JsonElement? Audit { get; init; }

    /// <summary>Answers groups without a mention.</summary>
    public bool? AllowUnmentionedGroups { get; init; }

    /// <summary>Epoch milliseconds, null when nothing came in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? LastInboundAt { get; init; }

    /// <summary>Epoch milliseconds, null when nothing went out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long? LastOutboundAt { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    [OrNull]
    public long? LastProbeAt { get; init; }

    /// <summary>Members this record does not name, in the order the channel gave them.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; init; }
}
