namespace OpenClaw.Configuration.Model;

/// <summary><c>session.sendPolicy</c>.</summary>
public sealed record SendPolicyConfig
{
    /// <summary>When no rule matches.</summary>
    public string Default { get; init; } = "allow";

    /// <summary>In order.</summary>
    public IReadOnlyList<SendPolicyRule> Rules { get; init; } = [];

    private static SendPolicyConfig Defaults { get; } = new();

    internal static SendPolicyConfig Read(ConfigNode node) => new()
    {
        Default = node.Text("default") ?? Defaults.Default,
        Rules = node.List("rules", SendPolicyRule.Read) ?? [],
    };
}
