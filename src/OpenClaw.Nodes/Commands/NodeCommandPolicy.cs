using OpenClaw.Configuration.Model;

namespace OpenClaw.Nodes.Commands;

/// <summary>
/// Which commands a node may be asked to run: the defaults of its platform, plus <c>gateway.nodes.allowCommands</c>, minus
/// <c>gateway.nodes.denyCommands</c>; deny wins (spec 01 §14). Immutable; a config change makes a new one.
/// </summary>
/// <param name="allow">Commands added for every platform.</param>
/// <param name="deny">Commands taken away from every platform.</param>
public sealed class NodeCommandPolicy(IEnumerable<string> allow, IEnumerable<string> deny)
{
    private readonly HashSet<string> _allow = Clean(allow);
    private readonly HashSet<string> _deny = Clean(deny);

    /// <summary>The policy of this config.</summary>
    public static NodeCommandPolicy From(GatewayNodesConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return new(config.AllowCommands, config.DenyCommands);
    }

    /// <summary>Everything a node of this platform may be asked.</summary>
    public IReadOnlySet<string> AllowedOn(NodePlatform platform)
    {
        var allowed = new HashSet<string>(NodeCommands.DefaultsOf(platform), StringComparer.Ordinal);
        allowed.UnionWith(_allow);
        allowed.ExceptWith(_deny);
        return allowed;
    }

    /// <summary>The commands a node declared at connect, trimmed and reduced to what is allowed; in its order, each once.</summary>
    public IReadOnlyList<string> Admit(IEnumerable<string>? declared, NodePlatform platform)
    {
        var allowed = AllowedOn(platform);
        return [.. (declared ?? []).Select(c => c.Trim()).Where(allowed.Contains).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Why this command must not be sent, as the <c>reason</c> of the refusal, or null when it may.</summary>
    /// <param name="command">The command.</param>
    /// <param name="declared">What the node declared, after <see cref="Admit"/>.</param>
    /// <param name="platform">What the node runs on.</param>
    public string? Refusal(string command, IReadOnlyCollection<string> declared, NodePlatform platform)
    {
        ArgumentNullException.ThrowIfNull(declared);
        if (string.IsNullOrWhiteSpace(command))
            return "command required";
        if (!AllowedOn(platform).Contains(command))
            return "command not allowlisted";
        if (declared.Count == 0)
            return "node did not declare commands";
        return declared.Contains(command) ? null : "command not declared by node";
    }

    private static HashSet<string> Clean(IEnumerable<string> commands) =>
        commands.Select(c => c.Trim()).Where(c => c.Length > 0).ToHashSet(StringComparer.Ordinal);
}
