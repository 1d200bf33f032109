namespace OpenClaw.Configuration.Model;

/// <summary>One rule of <c>session.sendPolicy</c>; the first match wins.</summary>
public sealed record SendPolicyRule
{
    /// <summary><c>allow</c> or <c>deny</c>.</summary>
    public string Action { get; init; } = "deny";

    /// <summary>Conditions; all must hold.</summary>
    public SendPolicyMatch Match { get; init; } = new();

    private static SendPolicyRule Defaults { get; } = new();

    internal static SendPolicyRule Read(ConfigNode node) => new()
    {
        Action = node.Text("action") ?? Defaults.Action,
        Match = SendPolicyMatch.Read(node.Section("match")),
    };
}
