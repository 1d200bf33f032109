using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Tools.Web;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Service;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Operations.Logging;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>What a gateway is started with: decided once by the command line; the config may change while it runs.</summary>
public sealed record GatewayOptions
{
    /// <summary>Where everything is kept.</summary>
    public required ConfigPaths Paths { get; init; }

    /// <summary>The config in force at any moment. The first one must be valid.</summary>
    public required Func<ConfigSnapshot> Config { get; init; }

    /// <summary>
    /// Owner of the config, for <c>config.*</c> and for noticing changes; null: the config is read-only here and those methods are
    /// unknown. When given, <see cref="Config"/> returns its current snapshot.
    /// </summary>
    public ConfigStore? Store { get; init; }

    /// <summary>The environment the config is read in; needed with <see cref="Store"/>.</summary>
    public EnvironmentVariables Environment { get; init; } = EnvironmentVariables.Empty;

    /// <summary>Restarts the process for <c>config.apply</c> and <c>config.patch</c>; null: it does not.</summary>
    public IRestartScheduler? Restarts { get; init; }

    /// <summary>Log of requests and answers; null: the quiet form.</summary>
    public WebSocketLog? Traffic { get; init; }

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

    /// <summary>A stand-in for names and connections of the public internet in tests.</summary>
    internal INetwork? Network { get; init; }

    /// <summary>A stand-in for messaging channels in tests.</summary>
    internal IDelivery? Delivery { get; init; }

    /// <summary>Other channels than those of the program, in tests.</summary>
    internal IReadOnlyList<IChannel>? Channels { get; init; }
}
