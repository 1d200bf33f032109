using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Tools;

namespace OpenClaw.Agents.Tools.Policy;

/// <summary>One filter of the policy. It can only remove: a tool is there when every layer lets it through.</summary>
/// <param name="Name">Where it is configured, for explanations.</param>
/// <param name="Allow">Empty: everything.</param>
/// <param name="Deny">Wins.</param>
public sealed record PolicyLayer(string Name, ToolPatterns Allow, ToolPatterns Deny)
{
    /// <summary>A profile with what is allowed beside it; null when the profile allows everything.</summary>
    public static PolicyLayer? Profile(string name, string? profile, IReadOnlyList<string>? alsoAllow) =>
        profile is not null && ToolNames.Profiles.TryGetValue(profile, out var allowed)
            ? new PolicyLayer(name, new ToolPatterns([.. allowed, .. alsoAllow ?? []]), ToolPatterns.None)
            : null;

    /// <summary>The allow and deny lists of a section; null when it has none.</summary>
    public static PolicyLayer? Lists(string name, ToolPolicyConfig? policy)
    {
        if (policy is null or { Allow: not { Count: > 0 }, Deny: not { Count: > 0 } })
            return null;
        var allow = policy.Allow is { Count: > 0 } listed ? [.. listed, .. policy.AlsoAllow ?? []] : (IReadOnlyList<string>)[];
        return new PolicyLayer(name, new ToolPatterns(allow), new ToolPatterns(policy.Deny));
    }

    /// <summary>Whether a tool gets through.</summary>
    /// <param name="tool">Name of the tool.</param>
    /// <param name="source">Where it comes from; null for our own.</param>
    public bool LetsThrough(string tool, string? source = null) =>
        !Deny.Contains(tool, source)
        && (Allow.IsEmpty || Allow.Contains(tool, source) || (ToolNames.Normalize(tool) == "apply_patch" && Allow.Contains("exec")));
}
