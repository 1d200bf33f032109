using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>Resets of sessions.</summary>
internal static class SessionShapes
{
    public static ObjectShape Reset { get; } = Object(
        Key("mode", Choice("daily", "idle")),
        Key("atHour", WholeBetween(0, 23)),
        Key("idleMinutes", Positive));
}
