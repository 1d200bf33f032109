namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.tailscale</c>.</summary>
public sealed record GatewayTailscaleConfig
{
    /// <summary><c>off</c>, <c>serve</c> or <c>funnel</c>.</summary>
    public string Mode { get; init; } = "off";

    /// <summary>Take the published address down when the gateway stops.</summary>
    public bool ResetOnExit { get; init; }

    private static GatewayTailscaleConfig Defaults { get; } = new();

    internal static GatewayTailscaleConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode") ?? Defaults.Mode,
        ResetOnExit = node.Flag("resetOnExit") ?? Defaults.ResetOnExit,
    };
}
