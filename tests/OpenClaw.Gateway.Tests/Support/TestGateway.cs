using System.Net;
using System.Text.Json.Nodes;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Writing;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.Lifecycle;

namespace OpenClaw.Gateway.Tests.Support;

/// <summary>A real gateway on port 0 with a home of its own.</summary>
public sealed class TestGateway : IAsyncDisposable
{
    public const string Token = "test-token-1";

    private readonly string _home = Directory.CreateTempSubdirectory("openclaw-gateway-").FullName;
    private ConfigSnapshot _snapshot;
    private GatewayOptions _options = null!;

    private TestGateway(Func<GatewayConfig, GatewayConfig>? configure)
    {
        Paths = ConfigPaths.Resolve(new EnvironmentVariables([new("HOME", _home), new("OPENCLAW_STATE_DIR", Path.Combine(_home, "state"))]), ProfileSelection.None);
        var gateway = new GatewayConfig { Mode = "local", Auth = new GatewayAuthConfig { Mode = "token", Token = Token } };
        _snapshot = SnapshotOf(configure?.Invoke(gateway) ?? gateway);
    }

    public ConfigPaths Paths { get; }

    public ListLoggerFactory Log { get; } = new();

    public GatewayRuntime Runtime { get; private set; } = null!;

    public int Port => Runtime.Port;

    public StateVersions Versions => _options.Versions;

    internal GatewayParts Parts => Runtime.Parts;

    public static Task<TestGateway> StartAsync(
        Func<GatewayConfig, GatewayConfig>? configure = null, TimeProvider? time = null, StateVersions? versions = null) =>
        StartAsync(configure, time, versions, null, null);

    internal static async Task<TestGateway> StartAsync(
        Func<GatewayConfig, GatewayConfig>? configure, TimeProvider? time, StateVersions? versions, HubLimits? limits, ITailscaleWhois? whois)
    {
        var gateway = new TestGateway(configure);
        gateway._options = new GatewayOptions
        {
            Paths = gateway.Paths,
            Config = () => gateway._snapshot,
            Port = 0,
            Time = time ?? TimeProvider.System,
            Loggers = gateway.Log,
            Versions = versions ?? new StateVersions(),
            Limits = limits ?? new HubLimits(),
            Whois = whois,
        };
        await gateway.StartRuntimeAsync();
        return gateway;
    }

    /// <summary>A gateway on a real config file, whose <c>config.*</c> methods change it.</summary>
    public static Task<TestGateway> StartOnFileAsync(string json) => StartOnFileAsync(json, static options => options);

    /// <summary>As <see cref="StartOnFileAsync(string)"/>, with other options.</summary>
    internal static async Task<TestGateway> StartOnFileAsync(string json, Func<GatewayOptions, GatewayOptions> change)
    {
        var gateway = new TestGateway(null);
        var environment = new EnvironmentVariables([new("HOME", gateway._home), new("OPENCLAW_STATE_DIR", gateway.Paths.StateDir)]);
        Directory.CreateDirectory(gateway.Paths.StateDir);
        await File.WriteAllTextAsync(gateway.Paths.ConfigFile, json, TestContext.Current.CancellationToken);
        var store = new ConfigStore(
            ConfigLoader.Load(gateway.Paths, environment),
            gateway.Paths,
            environment,
            new ConfigFileWriter(gateway.Paths, environment, TimeProvider.System));
        gateway._options = change(new GatewayOptions
        {
            Paths = gateway.Paths,
            Config = () => store.Current,
            Store = store,
            Environment = environment,
            Port = 0,
            Loggers = gateway.Log,
        });
        await gateway.StartRuntimeAsync();
        return gateway;
    }

    /// <summary>An in-process restart on the same port.</summary>
    public async Task RestartAsync()
    {
        _options = _options with { Port = Port };
        await Runtime.StopAsync("gateway restarting", 1500);
        await StartRuntimeAsync();
    }

    /// <summary>As <see cref="RestartAsync()"/>, with other options.</summary>
    internal async Task RestartAsync(Func<GatewayOptions, GatewayOptions> change)
    {
        _options = change(_options);
        await RestartAsync();
    }

    /// <summary>Starts another gateway on this one's files, which must be refused.</summary>
    public async Task<StartRefusal> RefusedAsync(Func<GatewayOptions, GatewayOptions>? change = null)
    {
        var start = await GatewayRuntime.StartAsync(change?.Invoke(_options) ?? _options, TestContext.Current.CancellationToken);
        Assert.Null(start.Runtime);
        return start.Refusal!;
    }

    /// <summary>Replaces the config in force, as a reload does.</summary>
    /// <param name="change">What becomes of the gateway's section.</param>
    /// <param name="keepRest">True: the other sections stay as they are.</param>
    public void Change(Func<GatewayConfig, GatewayConfig> change, bool keepRest = false)
    {
        if (keepRest)
            ChangeConfig(config => config with { Gateway = change(config.Gateway) });
        else
            _snapshot = SnapshotOf(change(_snapshot.Config.Gateway));
    }

    /// <summary>As <see cref="Change"/>, for any part of the config.</summary>
    public void ChangeConfig(Func<OpenClawConfig, OpenClawConfig> change) => _snapshot = _snapshot with { Config = change(_snapshot.Config) };

    public Task<TestClient> OpenAsync(IReadOnlyDictionary<string, string>? headers = null, IPAddress? address = null) =>
        TestClient.OpenAsync(address ?? IPAddress.Loopback, Port, headers);

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private async Task StartRuntimeAsync()
    {
        var start = await GatewayRuntime.StartAsync(_options, TestContext.Current.CancellationToken);
        Assert.Null(start.Refusal);
        Runtime = start.Runtime!;
    }

    private ConfigSnapshot SnapshotOf(GatewayConfig gateway) => new()
    {
        Path = Paths.ConfigFile,
        Exists = true,
        Parsed = [],
        Resolved = [],
        Effective = new JsonObject(),
        Valid = true,
        Hash = "",
        Environment = EnvironmentVariables.Empty,
        Config = new OpenClawConfig { Gateway = gateway },
    };
}
