namespace OpenClaw.Nodes.Commands;

/// <summary>The commands a node can be asked to run, by what they touch, and the groups each platform may use by default.</summary>
public static class NodeCommands
{
    /// <summary>Pages shown on the node's screen.</summary>
    public static IReadOnlyList<string> Canvas { get; } =
    [
        "canvas.present",
        "canvas.hide",
        "canvas.navigate",
        "canvas.eval",
        "canvas.snapshot",
        "canvas.a2ui.push",
        "canvas.a2ui.pushJSONL",
        "canvas.a2ui.reset",
    ];

    /// <summary>Pictures and clips.</summary>
    public static IReadOnlyList<string> Camera { get; } = ["camera.list", "camera.snap", "camera.clip"];

    /// <summary>Recordings of the screen.</summary>
    public static IReadOnlyList<string> Screen { get; } = ["screen.record"];

    /// <summary>Where the node is.</summary>
    public static IReadOnlyList<string> Location { get; } = ["location.get"];

    /// <summary>Text messages.</summary>
    public static IReadOnlyList<string> Sms { get; } = ["sms.send"];

    /// <summary>Commands of the operating system.</summary>
    public static IReadOnlyList<string> System { get; } =
    [
        "system.run",
        "system.which",
        "system.notify",
        "system.execApprovals.get",
        "system.execApprovals.set",
        "browser.proxy",
    ];

    /// <summary>What a node of this platform may be asked unless the config says otherwise.</summary>
    public static IEnumerable<string> DefaultsOf(NodePlatform platform) => platform switch
    {
        NodePlatform.Ios => [.. Canvas, .. Camera, .. Screen, .. Location],
        NodePlatform.Android => [.. Canvas, .. Camera, .. Screen, .. Location, .. Sms],
        NodePlatform.Macos => [.. Canvas, .. Camera, .. Screen, .. Location, .. System],
        NodePlatform.Linux or NodePlatform.Windows => System,
        _ => [.. Canvas, .. Camera, .. Screen, .. Location, .. Sms, .. System],
    };
}
