namespace OpenClaw.Configuration.Model;

/// <summary><c>subagents</c> of an agent or of the defaults.</summary>
public sealed record SubagentsConfig
{
    /// <summary>Minutes after which the session of a sub-agent is put away; null: the default of 60. Only in the defaults.</summary>
    public long? ArchiveAfterMinutes { get; init; }

    /// <summary>Model of sub-agents; empty: that of their agent.</summary>
    public ModelChoice Model { get; init; } = new();

    /// <summary>Agents whose sub-agents it may start beside its own; <c>*</c>: all. Only per agent.</summary>
    public IReadOnlyList<string> AllowAgents { get; init; } = [];

    internal static SubagentsConfig Read(ConfigNode node) => new()
    {
        ArchiveAfterMinutes = node.Whole("archiveAfterMinutes"),
        Model = ModelChoice.Read(node, "model"),
        AllowAgents = node.Texts("allowAgents") ?? [],
    };
}
