namespace OpenClaw.Configuration.Model;

/// <summary><c>auth.profiles.&lt;id&gt;</c>: what a profile is for; the secret is in the agent's <c>auth-profiles.json</c>.</summary>
public sealed record AuthProfileConfig
{
    /// <summary>Whose credential it is.</summary>
    public string Provider { get; init; } = "";

    /// <summary><c>api_key</c>, <c>oauth</c> or <c>token</c>.</summary>
    public string Mode { get; init; } = "";

    internal static AuthProfileConfig Read(ConfigNode node) => new()
    {
        Provider = node.Text("provider") ?? "",
        Mode = node.Text("mode") ?? "",
    };
}
