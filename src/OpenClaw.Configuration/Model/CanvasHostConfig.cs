namespace OpenClaw.Configuration.Model;

/// <summary><c>canvasHost</c>.</summary>
public sealed record CanvasHostConfig
{
    /// <summary>Serve canvas files.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Absolute; null: the canvas of the workspace or of the state directory.</summary>
    public string? Root { get; init; }

    /// <summary>Null: the gateway port + 4.</summary>
    public int? Port { get; init; }

    /// <summary>Reload open pages on change.</summary>
    public bool LiveReload { get; init; } = true;

    private static CanvasHostConfig Defaults { get; } = new();

    internal static CanvasHostConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        Root = node.Text("root"),
        Port = node.Count("port"),
        LiveReload = node.Flag("liveReload") ?? Defaults.LiveReload,
    };
}
