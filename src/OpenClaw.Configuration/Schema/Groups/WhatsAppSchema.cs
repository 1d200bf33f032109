using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>channels.whatsapp</c>, and each of its accounts, which has a few keys more.</summary>
internal static class WhatsAppSchema
{
    public static ObjectShape Account { get; } = Object([Key("name", Text), Key("enabled", Flag), Key("authDir", Text), .. Keys()]);

    public static ObjectShape Shape { get; } = Object([Key("accounts", MapOf(Account)), .. Keys(), Key("actions", Actions), Key("sidecar", Sidecar)]);

    // Ours alone: the Node.js that the sidecar runs on.
    private static ObjectShape Sidecar => Object(Key("node", Text));

    private static ObjectShape Actions => Object(Key("reactions", Flag), Key("sendMessage", Flag), Key("polls", Flag));

    private static ConfigKey[] Keys() =>
    [
        Key("capabilities", Texts),
        // Ours alone: raw sends the Markdown of answers as it was written.
        Key("markdown", Object(Key("tables", ChannelShapes.MarkdownTables), Key("raw", Flag))),
        Key("configWrites", Flag),
        Key("sendReadReceipts", Flag),
        Key("dmPolicy", ChannelShapes.DmPolicy),
        Key("selfChatMode", Flag),
        Key("allowFrom", Texts),
        Key("groupAllowFrom", Texts),
        Key("groupPolicy", ChannelShapes.GroupPolicy),
        Key("historyLimit", NotNegative),
        Key("dmHistoryLimit", NotNegative),
        Key("dms", ChannelShapes.DirectHistory),
        Key("messagePrefix", Text),
        Key("responsePrefix", Text),
        Key("textChunkLimit", Positive),
        Key("chunkMode", ChannelShapes.ChunkMode),
        Key("mediaMaxMb", Positive),
        Key("blockStreaming", Flag),
        Key("blockStreamingCoalesce", ChannelShapes.Coalesce),
        Key("groups", MapOf(Object(
            Key("requireMention", Flag),
            Key("tools", ChannelShapes.Tools),
            Key("toolsBySender", MapOf(ChannelShapes.Tools))))),
        Key("ackReaction", Object(Key("emoji", Text), Key("direct", Flag), Key("group", Enum("always", "mentions", "never")))),
        Key("debounceMs", NotNegative),
        Key("heartbeat", ChannelShapes.Heartbeat),
    ];
}
