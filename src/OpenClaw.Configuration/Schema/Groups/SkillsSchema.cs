using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>skills</c> (spec 03 §6).</summary>
internal static class SkillsSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("allowBundled", Texts),
        Key("load", Object(Key("extraDirs", Texts), Key("watch", Flag), Key("watchDebounceMs", NotNegative))),
        Key("install", Object(Key("preferBrew", Flag), Key("nodeManager", Choice("npm", "pnpm", "yarn", "bun")))),
        Key("entries", MapOf(Object(
            Key("enabled", Flag),
            Key("apiKey", Text),
            Key("env", MapOf(Text)),
            Key("config", MapOf(Any))))));
}
