namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.nodes</c>.</summary>
public sealed record GatewayNodesConfig
{
    /// <summary><c>auto</c>, <c>manual</c> or <c>off</c>.</summary>
    public string BrowserMode { get; init; } = "auto";

    /// <summary>The node that the browser tool uses.</summary>
    public string? BrowserNode { get; init; }

    /// <summary>Added to what a node of its platform may be asked.</summary>
    public IReadOnlyList<string> AllowCommands { get; init; } = [];

    /// <summary>Taken from it.</summary>
    public IReadOnlyList<string> DenyCommands { get; init; } = [];

    private static GatewayNodesConfig Defaults { get; } = new();

    internal static GatewayNodesConfig Read(ConfigNode node) => new()
    {
        BrowserMode = node.Section("browser").Text("mode") ?? Defaults.BrowserMode,
        BrowserNode = node.Section("browser").Text("node"),
        AllowCommands = node.Texts("allowCommands") ?? [],
        DenyCommands = node.Texts("denyCommands") ?? [],
    };
}
