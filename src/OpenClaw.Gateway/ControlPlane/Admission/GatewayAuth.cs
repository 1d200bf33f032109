using System.Security.Cryptography;
using System.Text;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// The shared secret and how it is asked for, resolved from the config in force at this moment (spec 01 §7.1; spec 12: auth is read per
/// request, so a tightened config counts at once). Printing it shows no secret.
/// </summary>
internal sealed record GatewayAuth
{
    public const string TokenMode = "token";
    public const string PasswordMode = "password";

    /// <summary><c>token</c> or <c>password</c>.</summary>
    public required string Mode { get; init; }

    public string? Token { get; init; }

    public string? Password { get; init; }

    /// <summary>A verified Tailscale identity replaces the secret.</summary>
    public bool AllowTailscale { get; init; }

    /// <summary>True when the mode's secret is configured.</summary>
    public bool HasSecret => Mode == PasswordMode ? Password is not null : Token is not null;

    public static GatewayAuth Resolve(ConfigSnapshot snapshot, GatewayAuthOverrides overrides)
    {
        var config = snapshot.Config.Gateway;
        var environment = snapshot.Environment;
        var token = overrides.Token ?? Set(config.Auth.Token) ?? environment.FirstOf("OPENCLAW_GATEWAY_TOKEN", "CLAWDBOT_GATEWAY_TOKEN");
        var password = overrides.Password ?? Set(config.Auth.Password) ?? environment.FirstOf("OPENCLAW_GATEWAY_PASSWORD", "CLAWDBOT_GATEWAY_PASSWORD");
        var mode = overrides.Mode ?? config.Auth.Mode ?? (password is null ? TokenMode : PasswordMode);
        var tailscale = overrides.Tailscale ?? config.Tailscale.Mode;
        return new GatewayAuth
        {
            Mode = mode,
            Token = token,
            Password = password,
            AllowTailscale = config.Auth.AllowTailscale ?? (tailscale == "serve" && mode != PasswordMode),
        };
    }

    /// <summary>Compares without telling by its duration how much was right.</summary>
    public static bool Same(string expected, string presented) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(presented)));

    /// <summary>The mode only: the rest is secret.</summary>
    public override string ToString() => $"{nameof(GatewayAuth)} {{ Mode = {Mode} }}";

    private static string? Set(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
