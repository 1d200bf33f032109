using System.Text.Json;

namespace OpenClaw.Protocol.Channels;

/// <summary>Live state of every loaded channel (spec 02 §3).</summary>
public sealed record ChannelsStatusResult
{
    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }

    /// <summary>Display order.</summary>
    public required IReadOnlyList<string> ChannelOrder { get; init; }

    /// <summary>Short names.</summary>
    public required IReadOnlyDictionary<string, string> ChannelLabels { get; init; }

    /// <summary>Long names.</summary>
    public required IReadOnlyDictionary<string, string> ChannelDetailLabels { get; init; }

    /// <summary>Symbol names for Apple clients.</summary>
    public required IReadOnlyDictionary<string, string> ChannelSystemImages { get; init; }

    /// <summary>The three maps again, as a list.</summary>
    public required IReadOnlyList<ChannelMeta> ChannelMeta { get; init; }

    /// <summary>Summary per channel; members depend on the channel.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Channels { get; init; }

    /// <summary>
    /// Live state per channel and account. Members depend on the channel, and so does whether an unset one is <c>null</c> or absent
    /// (spec 02 §3); <c>accountId</c>, <c>lastInboundAt</c> and <c>lastOutboundAt</c> are always there.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> ChannelAccounts { get; init; }

    /// <summary>Default account per channel.</summary>
    public required IReadOnlyDictionary<string, string> ChannelDefaultAccountId { get; init; }
}
