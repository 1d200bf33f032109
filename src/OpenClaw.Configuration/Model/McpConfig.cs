namespace OpenClaw.Configuration.Model;

/// <summary><c>mcp</c>: tool servers (Model Context Protocol). Ours; newer releases of OpenClaw have it under the same keys.</summary>
public sealed record McpConfig
{
    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, McpServerConfig> Servers { get; init; } = new Dictionary<string, McpServerConfig>();

    internal static McpConfig Read(ConfigNode node) => new() { Servers = node.Map("servers", McpServerConfig.Read) };
}
