using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>hooks</c> (spec 03 §6).</summary>
internal static class HooksSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("enabled", Flag),
        Key("path", Text),
        Key("token", Text),
        Key("maxBodyBytes", Positive),
        Key("presets", Texts),
        Key("transformsDir", Text),
        Key("mappings", ListOf(Object(
            Key("id", Text),
            Key("match", Object(Key("path", Text), Key("source", Text)) with { Others = Any }),
            Key("action", Choice("wake", "agent")),
            Key("wakeMode", Choice("now", "next-heartbeat")),
            Key("name", Text),
            Key("sessionKey", Text),
            Key("messageTemplate", Text),
            Key("textTemplate", Text),
            Key("deliver", Flag),
            Key("allowUnsafeExternalContent", Flag),
            Key("channel", Choice("last", "whatsapp", "telegram", "discord", "slack", "signal", "imessage", "msteams")),
            Key("to", Text),
            Key("model", Text),
            Key("thinking", Text),
            Key("timeoutSeconds", Positive),
            Key("transform", Object(Required("module", Text), Key("export", Text)))))),
        Key("gmail", Object(
            Key("account", Text),
            Key("label", Text),
            Key("topic", Text),
            Key("subscription", Text),
            Key("pushToken", Text),
            Key("hookUrl", Text),
            Key("includeBody", Flag),
            Key("maxBytes", Positive),
            Key("renewEveryMinutes", Positive),
            Key("allowUnsafeExternalContent", Flag),
            Key("serve", Object(Key("bind", Text), Key("port", Port), Key("path", Text))),
            Key("tailscale", Object(Key("mode", Choice("off", "serve", "funnel")), Key("path", Text), Key("target", Text))),
            Key("model", Text),
            Key("thinking", Choice("off", "minimal", "low", "medium", "high")))),
        Key("internal", Object(
            Key("enabled", Flag),
            Key("handlers", ListOf(Object(Required("event", Text), Required("module", Text), Key("export", Text)))),
            Key("entries", MapOf(Object(Key("enabled", Flag), Key("env", MapOf(Text))))),
            Key("load", Object(Key("extraDirs", Texts))),
            Key("installs", MapOf(Object(
                Required("source", Choice("npm", "archive", "path")),
                Key("spec", Text),
                Key("sourcePath", Text),
                Key("installPath", Text),
                Key("version", Text),
                Key("installedAt", Text),
                Key("hooks", Texts)))))));
}
