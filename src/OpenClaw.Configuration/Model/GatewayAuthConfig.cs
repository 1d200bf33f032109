namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.auth</c>: the shared secret of the gateway (spec 03 §6).</summary>
public sealed record GatewayAuthConfig
{
    /// <summary><c>token</c> or <c>password</c>; null: password when one is set, else token.</summary>
    public string? Mode { get; init; }

    /// <summary>Wins over <c>OPENCLAW_GATEWAY_TOKEN</c> on the server side.</summary>
    public string? Token { get; init; }

    /// <summary>Wins over <c>OPENCLAW_GATEWAY_PASSWORD</c> on the server side.</summary>
    public string? Password { get; init; }

    /// <summary>Accept a verified Tailscale identity; null: only with tailscale mode serve and not in password mode.</summary>
    public bool? AllowTailscale { get; init; }

    internal static GatewayAuthConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode"),
        Token = node.Text("token"),
        Password = node.Text("password"),
        AllowTailscale = node.Flag("allowTailscale"),
    };
}
