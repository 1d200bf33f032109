namespace OpenClaw.Configuration.Model;

/// <summary><c>agents</c>.</summary>
public sealed record AgentsConfig
{
    /// <summary>What holds for every agent.</summary>
    public AgentDefaultsConfig Defaults { get; init; } = new();

    /// <summary>Agents by name; empty: the one agent <c>main</c>.</summary>
    public IReadOnlyList<AgentConfig> List { get; init; } = [];

    internal static AgentsConfig Read(ConfigNode node) => new()
    {
        Defaults = AgentDefaultsConfig.Read(node.Section("defaults")),
        List = node.List("list", AgentConfig.Read) ?? [],
    };
}
