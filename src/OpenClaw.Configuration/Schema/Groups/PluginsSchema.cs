using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>plugins</c> (spec 03 §6).</summary>
internal static class PluginsSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("enabled", Flag),
        Key("allow", Texts),
        Key("deny", Texts),
        Key("load", Object(Key("paths", Texts))),
        Key("slots", Object(Key("memory", Text))),
        Key("entries", MapOf(Object(Key("enabled", Flag), Key("config", MapOf(Any))))),
        Key("installs", MapOf(Object(
            Required("source", Choice("npm", "archive", "path")),
            Key("spec", Text),
            Key("sourcePath", Text),
            Key("installPath", Text),
            Key("version", Text),
            Key("installedAt", Text)))));
}
