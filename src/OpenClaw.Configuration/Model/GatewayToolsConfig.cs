namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.tools</c>: what <c>/tools/invoke</c> may use, beside the policy of the agent.</summary>
public sealed record GatewayToolsConfig
{
    /// <summary>Taken out of the list that is denied by default.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Denied as well; wins.</summary>
    public IReadOnlyList<string> Deny { get; init; } = [];

    internal static GatewayToolsConfig Read(ConfigNode node) => new()
    {
        Allow = node.Texts("allow") ?? [],
        Deny = node.Texts("deny") ?? [],
    };
}
