using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>logging</c> (spec 03 §6).</summary>
internal static class LoggingSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("level", Choice("silent", "fatal", "error", "warn", "info", "debug", "trace")),
        Key("file", Text),
        Key("consoleLevel", Choice("silent", "fatal", "error", "warn", "info", "debug", "trace")),
        Key("consoleStyle", Choice("pretty", "compact", "json")),
        Key("redactSensitive", Choice("off", "tools")),
        Key("redactPatterns", Texts));
}
