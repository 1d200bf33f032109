namespace OpenClaw.Configuration.Model;

/// <summary>One entry of <c>mcp.servers</c>: a program that is started, or an address that is called.</summary>
public sealed record McpServerConfig
{
    /// <summary>False: kept in the file and not used.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Program that speaks MCP on its standard input and output.</summary>
    public string? Command { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>Variables it gets besides the harmless ones of the gateway.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it is started; null: in the home folder.</summary>
    public string? Cwd { get; init; }

    /// <summary>Address of a server that speaks MCP over HTTP.</summary>
    public string? Url { get; init; }

    /// <summary>Headers of every request to it.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Only these of its tools, by its own names; empty: all.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Deadline of the connection and its first questions.</summary>
    public int ConnectTimeoutSeconds { get; init; } = 30;

    /// <summary>Deadline of one use of a tool.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    private static McpServerConfig Defaults { get; } = new();

    internal static McpServerConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        Command = node.Text("command"),
        Args = node.Texts("args") ?? [],
        Env = node.TextMap("env") ?? Defaults.Env,
        Cwd = node.Text("cwd") ?? node.Text("workingDirectory"),
        Url = node.Text("url"),
        Headers = node.TextMap("headers") ?? Defaults.Headers,
        Tools = node.Texts("tools") ?? [],
        ConnectTimeoutSeconds = node.Count("connectTimeoutSeconds") ?? Defaults.ConnectTimeoutSeconds,
        TimeoutSeconds = node.Count("timeoutSeconds") ?? Defaults.TimeoutSeconds,
    };
}
