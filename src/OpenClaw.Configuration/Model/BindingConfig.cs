namespace OpenClaw.Configuration.Model;

/// <summary>One entry of <c>bindings</c>: which agent answers where.</summary>
public sealed record BindingConfig
{
    /// <summary>The agent.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>Conditions; all must hold.</summary>
    public BindingMatch Match { get; init; } = new();

    private static BindingConfig Defaults { get; } = new();

    internal static BindingConfig Read(ConfigNode node) => new()
    {
        AgentId = node.Text("agentId") ?? Defaults.AgentId,
        Match = BindingMatch.Read(node.Section("match")),
    };
}
