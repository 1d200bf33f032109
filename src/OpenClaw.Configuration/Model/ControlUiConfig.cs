namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.controlUi</c>.</summary>
public sealed record ControlUiConfig
{
    /// <summary>Serve the page.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>As written; normalised where it is served.</summary>
    public string BasePath { get; init; } = "";

    /// <summary>Token-only sign-in over plain HTTP without a device identity.</summary>
    public bool AllowInsecureAuth { get; init; }

    /// <summary>No device identity for the Control UI at all.</summary>
    public bool DangerouslyDisableDeviceAuth { get; init; }

    /// <summary>Origins of pages, beside our own, that may open a socket. Ours; not in the original of this release.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    private static ControlUiConfig Defaults { get; } = new();

    internal static ControlUiConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        BasePath = node.Text("basePath") ?? Defaults.BasePath,
        AllowInsecureAuth = node.Flag("allowInsecureAuth") ?? Defaults.AllowInsecureAuth,
        DangerouslyDisableDeviceAuth = node.Flag("dangerouslyDisableDeviceAuth") ?? Defaults.DangerouslyDisableDeviceAuth,
        AllowedOrigins = node.Texts("allowedOrigins") ?? [],
    };
}
