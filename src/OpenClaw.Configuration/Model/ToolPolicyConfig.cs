namespace OpenClaw.Configuration.Model;

/// <summary>One list of what may be used (spec 09 §1).</summary>
public sealed record ToolPolicyConfig
{
    /// <summary><c>minimal</c>, <c>coding</c>, <c>messaging</c>, <c>full</c>; null: none of its own.</summary>
    public string? Profile { get; init; }

    /// <summary>Names and patterns; null or empty: everything.</summary>
    public IReadOnlyList<string>? Allow { get; init; }

    /// <summary>Beside what the profile allows.</summary>
    public IReadOnlyList<string>? AlsoAllow { get; init; }

    /// <summary>Wins over everything.</summary>
    public IReadOnlyList<string>? Deny { get; init; }

    internal static ToolPolicyConfig Read(ConfigNode node) => new()
    {
        Profile = node.Text("profile"),
        Allow = node.Texts("allow"),
        AlsoAllow = node.Texts("alsoAllow"),
        Deny = node.Texts("deny"),
    };

    internal static ToolPolicyConfig? ReadOptional(ConfigNode node) => node.Object is null ? null : Read(node);
}
