using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>bindings</c>, <c>broadcast</c>, <c>commands</c>, <c>approvals</c>, <c>audio</c>, <c>media</c>, <c>talk</c>.</summary>
internal static class ConversationSchema
{
    public static ListShape Bindings { get; } = ListOf(Object(
        Required("agentId", Text),
        Required("match", Object(
            Required("channel", Text),
            Key("accountId", Text),
            Key("peer", Object(Required("kind", Choice("dm", "group", "channel")), Required("id", Text))),
            Key("guildId", Text),
            Key("teamId", Text)))));

    public static ObjectShape Broadcast { get; } = Object(Key("strategy", Enum("parallel", "sequential"))) with { Others = Texts };

    public static ObjectShape Commands { get; } = Object(
        Key("native", Either(Flag, Choice("auto"))),
        Key("nativeSkills", Either(Flag, Choice("auto"))),
        Key("text", Flag),
        Key("bash", Flag),
        Key("bashForegroundMs", WholeBetween(0, 30000)),
        Key("config", Flag),
        Key("debug", Flag),
        Key("restart", Flag),
        Key("useAccessGroups", Flag));

    public static ObjectShape Approvals { get; } = Object(
        Key("exec", Object(
            Key("enabled", Flag),
            Key("mode", Choice("session", "targets", "both")),
            Key("agentFilter", Texts),
            Key("sessionFilter", Texts),
            Key("targets", ListOf(Object(
                Required("channel", NotEmpty),
                Required("to", NotEmpty),
                Key("accountId", Text),
                Key("threadId", TextOrNumber)))))));

    public static ObjectShape Audio { get; } = Object(
        Key("transcription", Object(Required("command", Texts), Key("timeoutSeconds", Positive))));

    public static ObjectShape Media { get; } = Object(Key("preserveFilenames", Flag));

    public static ObjectShape Talk { get; } = Object(
        Key("voiceId", Text),
        Key("voiceAliases", MapOf(Text)),
        Key("modelId", Text),
        Key("outputFormat", Text),
        Key("apiKey", Text),
        Key("interruptOnSpeech", Flag));
}
