using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>Which addresses the gateway listens on (spec 05 §3). A plan is never widened: what cannot be bound is an error or is left out.</summary>
internal sealed record BindPlan
{
    /// <summary>The address that must be bound.</summary>
    public required IPAddress Main { get; init; }

    /// <summary>A second address that is nice to have; its failure is a warning.</summary>
    public IPAddress? Alias { get; init; }

    /// <summary>Worth telling the operator.</summary>
    public string? Warning { get; init; }

    /// <summary>Only programs of this host can connect.</summary>
    public bool IsLoopback => IPAddress.IsLoopback(Main);

    private static BindPlan Loopback { get; } = new() { Main = IPAddress.Loopback, Alias = IPAddress.IPv6Loopback };

    /// <summary>The plan, or why the setting cannot be honoured.</summary>
    /// <param name="mode"><c>loopback</c>, <c>lan</c>, <c>tailnet</c>, <c>auto</c> or <c>custom</c>.</param>
    /// <param name="config">For <c>customBindHost</c>.</param>
    public static (BindPlan? Plan, string? Problem) Resolve(string mode, GatewayConfig config) => mode switch
    {
        "loopback" or "auto" => (Loopback, null),
        "lan" => (new BindPlan { Main = IPAddress.Any }, null),
        "tailnet" => TailnetAddress() is { } address
            ? (new BindPlan { Main = address }, null)
            : (Loopback with { Warning = "gateway.bind is tailnet, but this host has no tailnet address (100.64.0.0/10); listening on loopback" }, null),
        "custom" => IPAddress.TryParse(config.CustomBindHost, out var host) && host.AddressFamily == AddressFamily.InterNetwork
            ? (new BindPlan { Main = host, Alias = IPAddress.IsLoopback(host) ? IPAddress.IPv6Loopback : null }, null)
            : (null, "gateway.customBindHost: must be an IPv4 address such as 192.168.1.10, because gateway.bind is custom"),
        _ => (null, $"gateway.bind: must be loopback, lan, tailnet, auto or custom, not \"{mode}\""),
    };

    private static IPAddress? TailnetAddress() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && a.GetAddressBytes() is [100, >= 64 and <= 127, ..]);
}
