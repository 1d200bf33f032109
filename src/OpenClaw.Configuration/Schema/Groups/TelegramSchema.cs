using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>channels.telegram</c>, and each of its accounts, which has the same keys.</summary>
internal static class TelegramSchema
{
    public static ObjectShape Account { get; } = Object(Keys());

    public static ObjectShape Shape { get; } = Object([.. Keys(), Key("accounts", MapOf(Account))]);

    private static ConfigKey[] Keys() =>
    [
        Key("name", Text),
        Key("capabilities", Either(Texts, Object(Key("inlineButtons", Enum("off", "dm", "group", "all", "allowlist"))))),
        Key("markdown", ChannelShapes.Markdown),
        Key("enabled", Flag),
        Key("commands", Object(Key("native", Either(Flag, Choice("auto"))), Key("nativeSkills", Either(Flag, Choice("auto"))))),
        Key("customCommands", ListOf(Object(
            Required("command", Matching(Patterns.TelegramCommand(), "1 to 32 of a-z, 0-9 and _")),
            Required("description", NotEmpty)))),
        Key("configWrites", Flag),
        Key("dmPolicy", ChannelShapes.DmPolicy),
        Key("botToken", Text),
        Key("tokenFile", Text),
        Key("replyToMode", Choice("off", "first", "all")),
        Key("groups", MapOf(Group)),
        Key("allowFrom", ChannelShapes.Senders),
        Key("groupAllowFrom", ChannelShapes.Senders),
        Key("groupPolicy", ChannelShapes.GroupPolicy),
        Key("historyLimit", NotNegative),
        Key("dmHistoryLimit", NotNegative),
        Key("dms", ChannelShapes.DirectHistory),
        Key("textChunkLimit", Positive),
        Key("chunkMode", ChannelShapes.ChunkMode),
        Key("blockStreaming", Flag),
        Key("draftChunk", Object(
            Key("minChars", Positive),
            Key("maxChars", Positive),
            Key("breakPreference", Choice("paragraph", "newline", "sentence")))),
        Key("blockStreamingCoalesce", ChannelShapes.Coalesce),
        Key("streamMode", Enum("off", "partial", "block")),
        Key("mediaMaxMb", PositiveNumber),
        Key("timeoutSeconds", Positive),
        Key("retry", Object(
            Key("attempts", Positive),
            Key("minDelayMs", NotNegative),
            Key("maxDelayMs", NotNegative),
            Key("jitter", NumberBetween(0, 1)))),
        Key("network", Object(Key("autoSelectFamily", Flag))),
        Key("proxy", Text),
        Key("apiRoot", Text),
        Key("webhookUrl", Text),
        Key("webhookSecret", Text),
        Key("webhookPath", Text),
        Key("actions", Object(Key("reactions", Flag), Key("sendMessage", Flag), Key("deleteMessage", Flag), Key("sticker", Flag))),
        Key("reactionNotifications", Enum("off", "own", "all")),
        Key("reactionLevel", Enum("off", "ack", "minimal", "extensive")),
        Key("heartbeat", ChannelShapes.Heartbeat),
        Key("linkPreview", Flag),
    ];

    private static ObjectShape Topic => Object(
        Key("requireMention", Flag),
        Key("skills", Texts),
        Key("enabled", Flag),
        Key("allowFrom", ChannelShapes.Senders),
        Key("systemPrompt", Text));

    private static ObjectShape Group => Object(
        Key("requireMention", Flag),
        Key("tools", ChannelShapes.Tools),
        Key("toolsBySender", MapOf(ChannelShapes.Tools)),
        Key("skills", Texts),
        Key("enabled", Flag),
        Key("allowFrom", ChannelShapes.Senders),
        Key("systemPrompt", Text),
        Key("topics", MapOf(Topic)));
}
