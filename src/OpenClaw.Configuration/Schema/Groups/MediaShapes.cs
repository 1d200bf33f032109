using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>Understanding of images, sound and film.</summary>
internal static class MediaShapes
{
    public static ObjectShape Attachments { get; } = Object(
        Key("mode", Choice("first", "all")),
        Key("maxAttachments", Positive),
        Key("prefer", Choice("first", "last", "path", "url")));

    public static ObjectShape Scope { get; } = Object(
        Key("default", Choice("allow", "deny")),
        Key("rules", ListOf(Object(
            Required("action", Choice("allow", "deny")),
            Key("match", Object(
                Key("channel", Text),
                Key("chatType", Choice("direct", "group", "channel")),
                Key("keyPrefix", Text)))))));

    public static ObjectShape Deepgram { get; } = Object(Key("detectLanguage", Flag), Key("punctuate", Flag), Key("smartFormat", Flag));

    public static ObjectShape ProviderOptions { get; } = MapOf(MapOf(Either(Text, Number, Flag)));

    public static ObjectShape Model { get; } = Object(
        Key("provider", Text),
        Key("model", Text),
        Key("capabilities", ListOf(Choice("image", "audio", "video"))),
        Key("type", Choice("provider", "cli")),
        Key("command", Text),
        Key("args", Texts),
        Key("prompt", Text),
        Key("maxChars", Positive),
        Key("maxBytes", Positive),
        Key("timeoutSeconds", Positive),
        Key("language", Text),
        Key("providerOptions", ProviderOptions),
        Key("deepgram", Deepgram),
        Key("baseUrl", Text),
        Key("headers", MapOf(Text)),
        Key("profile", Text),
        Key("preferredProfile", Text));

    public static ObjectShape Understanding { get; } = Object(
        Key("enabled", Flag),
        Key("scope", Scope),
        Key("maxBytes", Positive),
        Key("maxChars", Positive),
        Key("prompt", Text),
        Key("timeoutSeconds", Positive),
        Key("language", Text),
        Key("providerOptions", ProviderOptions),
        Key("deepgram", Deepgram),
        Key("baseUrl", Text),
        Key("headers", MapOf(Text)),
        Key("attachments", Attachments),
        Key("models", ListOf(Model)));
}
