namespace OpenClaw.Agents.Tools;

/// <summary>All tools of the gateway, and the ones a scene may use.</summary>
/// <param name="filter">What is applied to the union of all sources.</param>
public sealed class ToolBox(IToolFilter filter)
{
    private readonly List<IToolSource> _sources = [];

    /// <summary>Adds a source, while the gateway is composed. Earlier ones win when two offer the same name.</summary>
    public void Add(IToolSource source) => _sources.Add(source);

    /// <summary>Waits, for a few seconds at most, until every source has what it can offer. Call it before <see cref="For"/> where waiting is possible.</summary>
    public Task ReadyAsync(CancellationToken ct) => Task.WhenAll(_sources.Select(source => source.ReadyAsync(ct)));

    /// <summary>The tools of a scene: offered, allowed, and within the scopes of whoever caused it.</summary>
    public IReadOnlyList<ITool> For(ToolScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var offered = _sources.SelectMany(source => source.Tools(scene))
            .Where(tool => tool.Definition.RequiredScope is not { } scope || scene.Caller.Holds(scope))
            .Where(tool => known.Add(tool.Definition.Name))
            .ToList();
        return filter.Filter(offered, scene);
    }
}
