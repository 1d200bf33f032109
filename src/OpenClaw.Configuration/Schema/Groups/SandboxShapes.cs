using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>Where tools run.</summary>
internal static class SandboxShapes
{
    public static ObjectShape Browser { get; } = Object(
        Key("enabled", Flag),
        Key("image", Text),
        Key("containerPrefix", Text),
        Key("cdpPort", Positive),
        Key("vncPort", Positive),
        Key("noVncPort", Positive),
        Key("headless", Flag),
        Key("enableNoVnc", Flag),
        Key("allowHostControl", Flag),
        Key("autoStart", Flag),
        Key("autoStartTimeoutMs", Positive));

    public static ObjectShape Limits { get; } = MapOf(Either(Text, Number, Object(Key("soft", NotNegative), Key("hard", NotNegative))));

    public static ObjectShape Docker { get; } = Object(
        Key("image", Text),
        Key("containerPrefix", Text),
        Key("workdir", Text),
        Key("readOnlyRoot", Flag),
        Key("tmpfs", Texts),
        Key("network", Text),
        Key("user", Text),
        Key("capDrop", Texts),
        Key("env", MapOf(Text)),
        Key("setupCommand", Text),
        Key("pidsLimit", Positive),
        Key("memory", TextOrNumber),
        Key("memorySwap", TextOrNumber),
        Key("cpus", PositiveNumber),
        Key("ulimits", Limits),
        Key("seccompProfile", Text),
        Key("apparmorProfile", Text),
        Key("dns", Texts),
        Key("extraHosts", Texts),
        Key("binds", Texts));

    public static ObjectShape Sandbox { get; } = Object(
        Key("mode", Choice("off", "non-main", "all")),
        Key("workspaceAccess", Choice("none", "ro", "rw")),
        Key("sessionToolsVisibility", Choice("spawned", "all")),
        Key("scope", Choice("session", "agent", "shared")),
        Key("perSession", Flag),
        Key("workspaceRoot", Text),
        Key("docker", Docker),
        Key("browser", Browser),
        Key("prune", Object(Key("idleHours", NotNegative), Key("maxAgeDays", NotNegative))));
}
