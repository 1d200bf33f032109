using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>Tool policies.</summary>
internal static class ToolShapes
{
    public static ChoiceShape Profile { get; } = Choice("minimal", "coding", "messaging", "full");

    public static ObjectShape ByProvider { get; } = MapOf(Object(
        Key("allow", Texts),
        Key("alsoAllow", Texts),
        Key("deny", Texts),
        Key("profile", Profile)));

    public static ObjectShape AllowAndDeny { get; } = Object(Key("tools", Object(Key("allow", Texts), Key("alsoAllow", Texts), Key("deny", Texts))));

    public static ObjectShape Elevated { get; } = Object(Key("enabled", Flag), Key("allowFrom", MapOf(ListOf(TextOrNumber))));

    public static ObjectShape ApplyPatch { get; } = Object(Key("enabled", Flag), Key("allowModels", Texts));

    public static ObjectShape AgentTools { get; } = Object(
        Key("profile", Profile),
        Key("allow", Texts),
        Key("alsoAllow", Texts),
        Key("deny", Texts),
        Key("byProvider", ByProvider),
        Key("elevated", Elevated),
        Key("exec", Object(
            Key("host", Enum("sandbox", "gateway", "node")),
            Key("security", Enum("deny", "allowlist", "full")),
            Key("ask", Enum("off", "on-miss", "always")),
            Key("node", Text),
            Key("pathPrepend", Texts),
            Key("safeBins", Texts),
            Key("backgroundMs", Positive),
            Key("timeoutSec", Positive),
            Key("approvalRunningNoticeMs", NotNegative),
            Key("cleanupMs", Positive),
            Key("notifyOnExit", Flag),
            Key("applyPatch", ApplyPatch))),
        Key("sandbox", AllowAndDeny));
}
