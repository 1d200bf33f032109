namespace OpenClaw.Configuration.Model;

/// <summary><c>tools.agentToAgent</c>: whether agents reach the sessions of other agents.</summary>
public sealed record AgentToAgentConfig
{
    /// <summary>Off unless switched on.</summary>
    public bool Enabled { get; init; }

    /// <summary>Agent ids, <c>*</c> as a wildcard; both sides must match. Empty: all.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    internal static AgentToAgentConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? false,
        Allow = node.Texts("allow") ?? [],
    };
}
