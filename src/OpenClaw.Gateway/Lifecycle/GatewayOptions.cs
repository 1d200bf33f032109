using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Admission;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>What a gateway is started with: decided once by the command line; the config may change while it runs.</summary>
public sealed record GatewayOptions
{
    /// <summary>Where everything is kept.</summary>
    public required ConfigPaths Paths { get; init; }

    /// <summary>The config in force at any moment. The first one must be valid.</summary>
    public required Func<ConfigSnapshot> Config { get; init; }

    /// <summary>Port; 0 lets the system choose; null: environment, config, 18789.</summary>
    public int? Port { get; init; }

    /// <summary><c>--bind</c>.</summary>
    public string? Bind { get; init; }

    /// <summary><c>--auth</c>, <c>--token</c>, <c>--password</c>, <c>--tailscale</c>.</summary>
    public GatewayAuthOverrides Auth { get; init; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where log lines go.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The log file of this moment, for <c>logs.tail</c>; null: there is none.</summary>
    public Func<string>? LogFile { get; init; }

    /// <summary>Counters that survive an in-process restart; give the same object to the next gateway.</summary>
    public StateVersions Versions { get; init; } = new();

    /// <summary>Narrower bounds for tests.</summary>
    internal HubLimits Limits { get; init; } = new();

    /// <summary>A stand-in for the Tailscale daemon in tests.</summary>
    internal ITailscaleWhois? Whois { get; init; }
}
