using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using OpenClaw.Configuration.Paths;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.Http;
using OpenClaw.Gateway.Http.Hooks;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>
/// A running gateway. Binds and listens first and answers "starting" until everything is composed; stops in the order that tells
/// clients first. An in-process restart disposes this object and starts another.
/// </summary>
public sealed class GatewayRuntime : IAsyncDisposable
{
    private static readonly TimeSpan s_closeWait = TimeSpan.FromMilliseconds(1500);

    private readonly GatewayServer _server;
    private readonly GatewayParts _parts;
    private readonly ILogger _logger;
    private readonly X509Certificate2? _certificate;
    private int _disposed;

    private GatewayRuntime(GatewayOptions options, GatewayServer server, GatewayParts parts, ListenSockets sockets, X509Certificate2? certificate)
    {
        _server = server;
        _parts = parts;
        _certificate = certificate;
        _logger = options.Loggers.CreateLogger("gateway");
        Port = sockets.Port;
        EndPoints = sockets.EndPoints;
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Every address it listens on, the main one first.</summary>
    public IReadOnlyList<IPEndPoint> EndPoints { get; }

    /// <summary>True with TLS: <c>wss</c> and <c>https</c>.</summary>
    public bool IsSecure => _certificate is not null;

    /// <summary>Connected clients.</summary>
    public int Clients => _parts.Broadcaster.Count;

    /// <summary>Parts, for tests.</summary>
    internal GatewayParts Parts => _parts;

    /// <summary>
    /// Starts a gateway. An unusable setting or a taken port is a refusal, found before anything heavy happens; nothing is left
    /// listening then.
    /// </summary>
    /// <param name="options">What to start with.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<GatewayStart> StartAsync(GatewayOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var started = options.Time.GetTimestamp();
        var snapshot = options.Config();
        var config = snapshot.Config.Gateway;
        var (plan, problem) = BindPlan.Resolve(options.Bind ?? config.Bind, config);
        if (plan is null)
            return Refuse(StartRefusalKind.Configuration, problem!);
        var auth = GatewayAuth.Resolve(snapshot, options.Auth);
        if ((StartChecks.Problem(auth, plan, options.Auth.Tailscale ?? config.Tailscale.Mode)
            ?? HookChecks.Problem(snapshot.Config.Hooks, auth, options.Paths)) is { } refused)
            return Refuse(StartRefusalKind.Configuration, refused);
        var (certificate, tlsProblem) = config.Tls.Enabled ? GatewayTls.Load(config.Tls, options.Paths, options.Time) : default;
        if (tlsProblem is not null)
            return Refuse(StartRefusalKind.Configuration, tlsProblem);

        var port = options.Port ?? GatewayPorts.Resolve(null, options.Paths, snapshot.Config).Gateway;
        ListenSockets sockets;
        try
        {
            sockets = ListenSockets.Bind(plan, port);
        }
        catch (SocketException e)
        {
            certificate?.Dispose();
            return Refuse(
                e.SocketErrorCode == SocketError.AddressAlreadyInUse ? StartRefusalKind.PortTaken : StartRefusalKind.Other,
                e.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? $"another gateway instance is already listening on ws://{plan.Main}:{port}"
                    : $"failed to bind gateway socket on ws://{plan.Main}:{port} ({e.Message})");
        }
        try
        {
            return new GatewayStart(await ListenAsync(options, plan, sockets, certificate, started, cancellationToken).ConfigureAwait(false), null);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            // Somebody else bound the same port and was the first to listen.
            return Refuse(StartRefusalKind.PortTaken, $"another gateway instance is already listening on ws://{plan.Main}:{port}");
        }
    }

    /// <summary>To be called when the config in force has changed: connections of a secret that no longer holds are ended.</summary>
    public void ConfigChanged() => _parts.ConfigChanged();

    /// <summary>Stops: tells the clients, hangs up, lets go of the port, then of the rest. At most about 4 s.</summary>
    public ValueTask DisposeAsync() => StopAsync("gateway stopping", restartExpectedMs: null);

    /// <summary>As <see cref="DisposeAsync"/>, with the reason that clients are told.</summary>
    /// <param name="reason">For example <c>gateway restarting</c>.</param>
    /// <param name="restartExpectedMs">When the gateway will be back, if it will.</param>
    public async ValueTask StopAsync(string reason, long? restartExpectedMs)
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        // First of all, so that clients know early however long the rest takes. Every run then publishes its end while its listeners are
        // still there.
        _parts.Broadcaster.Publish(ProtocolEvents.Shutdown, new ShutdownEvent { Reason = reason, RestartExpectedMs = restartExpectedMs });
        await StepAsync("automation", _parts.Automation.DisposeAsync).ConfigureAwait(false);
        await StepAsync("intake", _parts.Channels.StopReceivingAsync).ConfigureAwait(false);
        await StepAsync("runs", _parts.Conversations.StopRunsAsync).ConfigureAwait(false);
        await StepAsync("channels", _parts.Channels.DisposeAsync).ConfigureAwait(false);
        await StepAsync("connections", () => new ValueTask(_parts.Hub.CloseAllAsync(s_closeWait))).ConfigureAwait(false);
        await StepAsync("listener", _server.DisposeAsync).ConfigureAwait(false);
        await StepAsync("parts", _parts.DisposeAsync).ConfigureAwait(false);
        _certificate?.Dispose();
        LifecycleLog.Stopped(_logger, reason);
    }

    // A part that fails to stop must not keep the port or the others.
    private async Task StepAsync(string part, Func<ValueTask> stop)
    {
        try
        {
            await stop().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LifecycleLog.StopFailed(_logger, e, part);
        }
    }

    private static async Task<GatewayRuntime> ListenAsync(
        GatewayOptions options, BindPlan plan, ListenSockets sockets, X509Certificate2? certificate, long started, CancellationToken cancellationToken)
    {
        var logger = options.Loggers.CreateLogger("gateway");
        var bound = options.Time.GetElapsedTime(started);
        var parts = new GatewayParts(options, plan);
        var door = new HttpFrontDoor(parts.Hub, parts.Pages, options.Loggers.CreateLogger("gateway/http"));
        GatewayServer server;
        try
        {
            server = await GatewayServer.StartAsync(sockets, certificate, options.Loggers, door.ServeAsync, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            sockets.Dispose();
            certificate?.Dispose();
            await parts.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        var listening = options.Time.GetElapsedTime(started);
        await parts.StartAsync(cancellationToken).ConfigureAwait(false);
        var ready = options.Time.GetElapsedTime(started);

        var runtime = new GatewayRuntime(options, server, parts, sockets, certificate);
        runtime.Announce(plan, sockets);
        LifecycleLog.Ready(
            logger,
            (long)ready.TotalMilliseconds,
            (long)bound.TotalMilliseconds,
            (long)(listening - bound).TotalMilliseconds,
            (long)(ready - listening).TotalMilliseconds);
        return runtime;
    }

    private void Announce(BindPlan plan, ListenSockets sockets)
    {
        foreach (var endPoint in EndPoints)
            LifecycleLog.Listening(_logger, string.Create(CultureInfo.InvariantCulture, $"{(IsSecure ? "wss" : "ws")}://{endPoint}"), Environment.ProcessId);
        if (plan.Warning is { } warning)
            LifecycleLog.Warning(_logger, warning);
        if (sockets.AliasProblem is { } alias)
            LifecycleLog.Warning(_logger, $"not listening on {alias}");
    }

    private static GatewayStart Refuse(StartRefusalKind kind, string message) => new(null, new StartRefusal(kind, message));
}
