namespace OpenClaw.Configuration.Model;

/// <summary><c>tools</c>: what all agents may use. The settings of single tools are with their owners.</summary>
public sealed record ToolsConfig
{
    /// <summary>For everybody.</summary>
    public ToolPolicyConfig Policy { get; init; } = new();

    /// <summary>By <c>provider</c> or <c>provider/model</c>.</summary>
    public IReadOnlyDictionary<string, ToolPolicyConfig> ByProvider { get; init; } = new Dictionary<string, ToolPolicyConfig>();

    /// <summary>For sub-agents.</summary>
    public ToolPolicyConfig? Subagents { get; init; }

    /// <summary>For sandboxed sessions.</summary>
    public ToolPolicyConfig? Sandbox { get; init; }

    /// <summary>Agents that may talk to each other.</summary>
    public AgentToAgentConfig AgentToAgent { get; init; } = new();

    /// <summary>The message tool.</summary>
    public MessageToolConfig Message { get; init; } = new();

    internal static ToolsConfig Read(ConfigNode node) => new()
    {
        Policy = ToolPolicyConfig.Read(node),
        ByProvider = node.Map("byProvider", ToolPolicyConfig.Read),
        Subagents = ToolPolicyConfig.ReadOptional(node.Section("subagents").Section("tools")),
        Sandbox = ToolPolicyConfig.ReadOptional(node.Section("sandbox").Section("tools")),
        AgentToAgent = AgentToAgentConfig.Read(node.Section("agentToAgent")),
        Message = MessageToolConfig.Read(node.Section("message")),
    };
}
