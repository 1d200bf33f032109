namespace OpenClaw.Configuration.Reload;

/// <summary>What has to be done for a set of changed paths.</summary>
public sealed record ReloadPlan
{
    /// <summary>What to do.</summary>
    public required ReloadDecision Decision { get; init; }

    /// <summary>Every changed path.</summary>
    public IReadOnlyList<string> ChangedPaths { get; init; } = [];

    /// <summary>Paths that only a restart brings into effect.</summary>
    public IReadOnlyList<string> RestartPaths { get; init; } = [];

    /// <summary>Paths that hot actions bring into effect.</summary>
    public IReadOnlyList<string> HotPaths { get; init; } = [];

    /// <summary>Paths that are read whenever they are needed.</summary>
    public IReadOnlyList<string> DynamicPaths { get; init; } = [];

    /// <summary>The actions, each once, in the order in which they are applied.</summary>
    public IReadOnlyList<ReloadAction> Actions { get; init; } = [];

    /// <summary>Channels to stop and start, one after the other.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}
