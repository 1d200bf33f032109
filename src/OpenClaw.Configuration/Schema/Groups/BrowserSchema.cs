using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary><c>browser</c> (spec 03 §6).</summary>
internal static class BrowserSchema
{
    public static ObjectShape Shape { get; } = Object(
        Key("enabled", Flag),
        Key("evaluateEnabled", Flag),
        Key("cdpUrl", Text),
        Key("remoteCdpTimeoutMs", NotNegative),
        Key("remoteCdpHandshakeTimeoutMs", NotNegative),
        Key("color", Text),
        Key("executablePath", Text),
        Key("headless", Flag),
        Key("noSandbox", Flag),
        Key("attachOnly", Flag),
        Key("defaultProfile", Text),
        Key("snapshotDefaults", Object(Key("mode", Choice("efficient")))),
        Key("profiles", MapOf(Object(
            Key("cdpPort", WholeBetween(1, 65535)),
            Key("cdpUrl", Text),
            Key("driver", Choice("openclaw", "extension")),
            Required("color", Patterns.Color))) with
        { OtherNames = Patterns.BrowserProfile() }));
}
