using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Cli.Remote;

/// <summary>Which gateway a command talks to, with what, and why that one (spec 04 §1.3).</summary>
internal sealed record GatewayTarget
{
    public required Uri Url { get; init; }

    /// <summary>Where the address comes from, as shown in failures and in <c>status</c>.</summary>
    public required string Source { get; init; }

    /// <summary>True when the address was derived from this machine's own settings.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Mode remote without an address: calls are refused.</summary>
    public bool Misconfigured { get; init; }

    public string? Token { get; init; }

    public string? Password { get; init; }

    public string? TlsFingerprint { get; init; }

    /// <summary>The target, or null with the reason when the address cannot be used.</summary>
    public static GatewayTarget? Resolve(CliContext context, RemoteChoice choice, out string? problem)
    {
        problem = null;
        var gateway = context.Config.Config.Gateway;
        var remote = gateway.Mode == "remote";
        var named = choice.Url ?? (remote ? gateway.Remote.Url : null);
        if (named is null)
            return Local(context, choice, remote ? "missing gateway.remote.url (fallback local)" : null) with { Misconfigured = remote };

        var source = choice.Url is null ? "config gateway.remote.url" : "cli --url";
        if (!Uri.TryCreate(named, UriKind.Absolute, out var url) || url.Scheme is not ("ws" or "wss"))
        {
            problem = $"{(choice.Url is null ? "gateway.remote.url" : "--url")}: '{named}' is not a ws:// or wss:// address";
            return null;
        }
        // A secret of the configuration goes to the machine it belongs to, never to an address somebody typed.
        var ours = choice.Url is null || url.IsLoopback || named == gateway.Remote.Url;
        return new GatewayTarget
        {
            Url = url,
            Source = source,
            IsLocal = false,
            Token = choice.Token ?? (!ours ? null : remote ? gateway.Remote.Token : LocalToken(context)),
            Password = choice.Password ?? (!ours ? null : LocalPassword(context, remote ? gateway.Remote.Password : gateway.Auth.Password)),
            TlsFingerprint = url.Scheme == "wss" && ours ? gateway.Remote.TlsFingerprint : null,
        };
    }

    /// <summary>The gateway of this machine and profile.</summary>
    public static GatewayTarget Local(CliContext context, RemoteChoice choice, string? source = null)
    {
        var config = context.Config.Config;
        var tailnet = config.Gateway.Bind == "tailnet" ? TailnetAddress() : null;
        var host = tailnet?.ToString() ?? "127.0.0.1";
        var scheme = config.Gateway.Tls.Enabled ? "wss" : "ws";
        return new GatewayTarget
        {
            Url = new Uri($"{scheme}://{host}:{GatewayPorts.Resolve(null, context.Paths, config).Gateway}"),
            Source = source ?? (tailnet is null ? "local loopback" : $"local tailnet {tailnet}"),
            IsLocal = true,
            Token = choice.Token ?? LocalToken(context),
            Password = choice.Password ?? LocalPassword(context, config.Gateway.Auth.Password),
            TlsFingerprint = scheme == "wss" ? config.Gateway.Remote.TlsFingerprint ?? LocalFingerprint(context, config.Gateway.Tls) : null,
        };
    }

    /// <summary>First address of 100.64.0.0/10, which is where a tailnet lives.</summary>
    public static IPAddress? TailnetAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(i => i.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && a.GetAddressBytes() is [100, >= 64 and < 128, ..]);

    /// <summary>The address as text without the trailing slash the framework adds.</summary>
    public string UrlText => Url.OriginalString.TrimEnd('/');

    // On the client side the environment wins over the file (spec 03 §1).
    private static string? LocalToken(CliContext context) =>
        context.Environment.FirstOf("OPENCLAW_GATEWAY_TOKEN", "CLAWDBOT_GATEWAY_TOKEN") ?? context.Config.Config.Gateway.Auth.Token;

    private static string? LocalPassword(CliContext context, string? configured) =>
        context.Environment.FirstOf("OPENCLAW_GATEWAY_PASSWORD", "CLAWDBOT_GATEWAY_PASSWORD") ?? configured;

    private static string? LocalFingerprint(CliContext context, GatewayTlsConfig tls)
    {
        var path = tls.CertPath is { } cert
            ? context.Paths.Expand(cert)
            : Path.Combine(context.Paths.StateDir, "gateway", "tls", "gateway-cert.pem");
        if (!File.Exists(path))
            return null;
        using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(path));
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
