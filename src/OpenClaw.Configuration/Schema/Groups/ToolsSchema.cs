using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>tools</c> (spec 03 §6).</summary>
internal static class ToolsSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("profile", ToolShapes.Profile),
        Key("allow", Texts),
        Key("alsoAllow", Texts),
        Key("deny", Texts),
        Key("byProvider", ToolShapes.ByProvider),
        Key("web", Object(
            Key("search", Object(
                Key("enabled", Flag),
                Key("provider", Choice("brave", "perplexity", "duckduckgo")),
                Key("apiKey", Text),
                Key("maxResults", Positive),
                Key("timeoutSeconds", Positive),
                Key("cacheTtlMinutes", new NumberShape(Whole: false, Min: 0)),
                Key("perplexity", Object(Key("apiKey", Text), Key("baseUrl", Text), Key("model", Text))))),
            Key("fetch", Object(
                Key("enabled", Flag),
                Key("maxChars", Positive),
                Key("timeoutSeconds", Positive),
                Key("cacheTtlMinutes", new NumberShape(Whole: false, Min: 0)),
                Key("maxRedirects", NotNegative),
                Key("userAgent", Text))))),
        Key("media", Object(
            Key("models", ListOf(MediaShapes.Model)),
            Key("concurrency", Positive),
            Key("image", MediaShapes.Understanding),
            Key("audio", MediaShapes.Understanding),
            Key("video", MediaShapes.Understanding))),
        Key("links", Object(
            Key("enabled", Flag),
            Key("scope", MediaShapes.Scope),
            Key("maxLinks", Positive),
            Key("timeoutSeconds", Positive),
            Key("models", ListOf(Object(
                Key("type", Choice("cli")),
                Required("command", NotEmpty),
                Key("args", Texts),
                Key("timeoutSeconds", Positive)))))),
        Key("message", Object(
            Key("allowCrossContextSend", Flag),
            Key("crossContext", Object(
                Key("allowWithinProvider", Flag),
                Key("allowAcrossProviders", Flag),
                Key("marker", Object(Key("enabled", Flag), Key("prefix", Text), Key("suffix", Text))))),
            Key("broadcast", Object(Key("enabled", Flag))))),
        Key("agentToAgent", Object(Key("enabled", Flag), Key("allow", Texts))),
        Key("elevated", ToolShapes.Elevated),
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
            Key("applyPatch", ToolShapes.ApplyPatch))),
        Key("subagents", ToolShapes.AllowAndDeny),
        Key("sandbox", ToolShapes.AllowAndDeny));
}
