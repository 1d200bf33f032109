using OpenClaw.Configuration.Tools;

namespace OpenClaw.Agents.Tools.Policy;

/// <summary>One list of a tool policy: names, groups, and patterns with <c>*</c>.</summary>
public sealed class ToolPatterns
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _wildcards = [];
    private readonly bool _plugins;

    /// <summary>Reads a list as it is configured; null is an empty list.</summary>
    public ToolPatterns(IEnumerable<string>? written)
    {
        foreach (var text in written ?? [])
        {
            IsEmpty = false;
            var name = ToolNames.Normalize(text);
            _plugins |= name == ToolNames.PluginGroup;
            if (ToolNames.Groups.TryGetValue(name, out var members))
                _names.UnionWith(members);
            else if (name.Contains('*', StringComparison.Ordinal))
                _wildcards.Add(name);
            else
                _names.Add(name);
        }
    }

    /// <summary>The list nobody wrote anything in.</summary>
    public static ToolPatterns None { get; } = new([]);

    /// <summary>True when nothing was written. A list of names that nothing knows is not empty: it matches nothing (spec 09 §0.1).</summary>
    public bool IsEmpty { get; } = true;

    /// <summary>Whether a tool is in the list.</summary>
    /// <param name="name">Name of the tool.</param>
    /// <param name="source">Where it comes from, as <c>mcp:github</c>; null for our own.</param>
    public bool Contains(string name, string? source = null)
    {
        var plain = ToolNames.Normalize(name);
        var origin = source?.ToLowerInvariant();
        return _names.Contains(plain)
            || (origin is not null && (_plugins || _names.Contains(origin)))
            || _wildcards.Any(pattern => ToolNames.Matches(pattern, plain) || (origin is not null && ToolNames.Matches(pattern, origin)));
    }
}
