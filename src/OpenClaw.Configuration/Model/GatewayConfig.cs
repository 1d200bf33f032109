namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway</c> (spec 03 §6). Always present in the typed config, with the defaults of the specification.</summary>
public sealed record GatewayConfig
{
    /// <summary><c>local</c>, <c>remote</c>, or null when the installation was never set up.</summary>
    public string? Mode { get; init; }

    /// <summary>Null: <see cref="Paths.GatewayPorts"/> decides.</summary>
    public int? Port { get; init; }

    /// <summary><c>loopback</c>, <c>lan</c>, <c>tailnet</c>, <c>auto</c> or <c>custom</c>.</summary>
    public string Bind { get; init; } = "loopback";

    /// <summary>IPv4 address for <c>bind: "custom"</c>.</summary>
    public string? CustomBindHost { get; init; }

    /// <summary>Shared secret.</summary>
    public GatewayAuthConfig Auth { get; init; } = new();

    /// <summary>Addresses whose forwarding headers are honoured.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Serve and Funnel.</summary>
    public GatewayTailscaleConfig Tailscale { get; init; } = new();

    /// <summary>The page.</summary>
    public ControlUiConfig ControlUi { get; init; } = new();

    /// <summary>TLS.</summary>
    public GatewayTlsConfig Tls { get; init; } = new();

    /// <summary>Reaction to changes of the file.</summary>
    public GatewayReloadConfig Reload { get; init; } = new();

    /// <summary>Target of mode remote.</summary>
    public GatewayRemoteConfig Remote { get; init; } = new();

    /// <summary>HTTP APIs.</summary>
    public GatewayHttpConfig Http { get; init; } = new();

    /// <summary>Node policy.</summary>
    public GatewayNodesConfig Nodes { get; init; } = new();

    /// <summary>Tools for HTTP callers.</summary>
    public GatewayToolsConfig Tools { get; init; } = new();

    private static GatewayConfig Defaults { get; } = new();

    internal static GatewayConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode"),
        Port = node.Whole("port") is { } port and > 0 and <= 65535 ? (int)port : null,
        Bind = node.Text("bind") ?? Defaults.Bind,
        CustomBindHost = node.Text("customBindHost"),
        Auth = GatewayAuthConfig.Read(node.Section("auth")),
        TrustedProxies = node.Texts("trustedProxies") ?? [],
        Tailscale = GatewayTailscaleConfig.Read(node.Section("tailscale")),
        ControlUi = ControlUiConfig.Read(node.Section("controlUi")),
        Tls = GatewayTlsConfig.Read(node.Section("tls")),
        Reload = GatewayReloadConfig.Read(node.Section("reload")),
        Remote = GatewayRemoteConfig.Read(node.Section("remote")),
        Http = GatewayHttpConfig.Read(node.Section("http").Section("endpoints")),
        Nodes = GatewayNodesConfig.Read(node.Section("nodes")),
        Tools = GatewayToolsConfig.Read(node.Section("tools")),
    };
}
