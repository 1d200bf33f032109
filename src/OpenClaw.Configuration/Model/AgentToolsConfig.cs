namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.list[].tools</c>: what one agent may use.</summary>
public sealed record AgentToolsConfig
{
    /// <summary>With every model.</summary>
    public ToolPolicyConfig Policy { get; init; } = new();

    /// <summary>By <c>provider</c> or <c>provider/model</c>.</summary>
    public IReadOnlyDictionary<string, ToolPolicyConfig> ByProvider { get; init; } = new Dictionary<string, ToolPolicyConfig>();

    /// <summary>When it is sandboxed; null: <c>tools.sandbox</c>.</summary>
    public ToolPolicyConfig? Sandbox { get; init; }

    internal static AgentToolsConfig Read(ConfigNode node) => new()
    {
        Policy = ToolPolicyConfig.Read(node),
        ByProvider = node.Map("byProvider", ToolPolicyConfig.Read),
        Sandbox = ToolPolicyConfig.ReadOptional(node.Section("sandbox").Section("tools")),
    };
}
