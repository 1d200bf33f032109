using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary>One entry of <c>agents.list</c>.</summary>
public sealed record AgentConfig
{
    /// <summary>As written.</summary>
    public string Id { get; init; } = "";

    /// <summary>Takes what no binding claims.</summary>
    public bool Default { get; init; }

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Absolute; null: derived.</summary>
    public string? Workspace { get; init; }

    /// <summary>Absolute; null: <c>&lt;stateDir&gt;/agents/&lt;id&gt;/agent</c>.</summary>
    public string? AgentDir { get; init; }

    /// <summary>Overrides the defaults.</summary>
    public ModelChoice Model { get; init; } = new();

    /// <summary>Who it is.</summary>
    public AgentIdentityConfig? Identity { get; init; }

    /// <summary>Overrides the defaults.</summary>
    public HeartbeatConfig? Heartbeat { get; init; }

    /// <summary>What it may use.</summary>
    public AgentToolsConfig Tools { get; init; } = new();

    /// <summary>Its sub-agents.</summary>
    public SubagentsConfig Subagents { get; init; } = new();

    /// <summary>Where its tools run; null: the defaults.</summary>
    public SandboxConfig? Sandbox { get; init; }

    /// <summary>How its commands are run; overrides the global values.</summary>
    public ExecConfig Exec { get; init; } = new();

    /// <summary>Who may leave its sandbox; null: as globally.</summary>
    public ElevatedConfig? Elevated { get; init; }

    /// <summary>Everything, for what has no property here yet.</summary>
    public JsonObject? Raw { get; init; }

    private static AgentConfig Defaults { get; } = new();

    internal static AgentConfig Read(ConfigNode node) => new()
    {
        Id = node.Text("id") ?? Defaults.Id,
        Default = node.Flag("default") ?? Defaults.Default,
        Name = node.Text("name"),
        Workspace = node.Text("workspace"),
        AgentDir = node.Text("agentDir"),
        Model = ModelChoice.Read(node, "model"),
        Identity = node.Section("identity").Object is null ? null : AgentIdentityConfig.Read(node.Section("identity")),
        Heartbeat = node.Section("heartbeat").Object is null ? null : HeartbeatConfig.Read(node.Section("heartbeat")),
        Tools = AgentToolsConfig.Read(node.Section("tools")),
        Subagents = SubagentsConfig.Read(node.Section("subagents")),
        Sandbox = node.Section("sandbox").Object is null ? null : SandboxConfig.Read(node.Section("sandbox")),
        Exec = ExecConfig.Read(node.Section("tools").Section("exec")),
        Elevated = node.Section("tools").Section("elevated").Object is null ? null : ElevatedConfig.Read(node.Section("tools").Section("elevated")),
        Raw = node.Object,
    };
}
