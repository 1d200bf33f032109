using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>What channels have in common.</summary>
internal static class ChannelShapes
{
    public static ChoiceShape DmPolicy { get; } = Enum("pairing", "allowlist", "open", "disabled");

    public static ChoiceShape GroupPolicy { get; } = Enum("open", "disabled", "allowlist");

    public static ListShape Senders { get; } = ListOf(TextOrNumber);

    public static ObjectShape Heartbeat { get; } = Object(Key("showOk", Flag), Key("showAlerts", Flag), Key("useIndicator", Flag));

    public static ChoiceShape MarkdownTables { get; } = Enum("off", "bullets", "code");

    public static ObjectShape Markdown { get; } = Object(Key("tables", MarkdownTables));

    public static ObjectShape Coalesce { get; } = Object(Key("minChars", Positive), Key("maxChars", Positive), Key("idleMs", NotNegative));

    public static ObjectShape DirectHistory { get; } = MapOf(Object(Key("historyLimit", NotNegative)));

    public static ObjectShape Tools { get; } = Object(Key("allow", Texts), Key("alsoAllow", Texts), Key("deny", Texts));

    public static ChoiceShape ChunkMode { get; } = Enum("length", "newline");
}
