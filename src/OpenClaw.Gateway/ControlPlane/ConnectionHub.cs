using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpenClaw.Configuration;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// Every socket of the gateway: takes them in within the pre-authentication budget, sweeps the deadlines of all with one timer, and
/// hangs up on those whose standing is gone. What a connection may do once it is in is <see cref="IConnectionEvents"/>' business.
/// </summary>
internal sealed class ConnectionHub : IAsyncDisposable
{
    private static readonly TimeSpan s_sweepEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_sweepIdleEvery = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Connection> _all = new(StringComparer.Ordinal);
    private readonly InFlight _sockets = new();
    private readonly PreAuthBudget _budget;
    private readonly Func<ConfigSnapshot> _config;
    private readonly bool _loopbackBind;
    private readonly IConnectionEvents _events;
    private readonly ITimer _sweep;
    private readonly Lock _sweepGate = new();
    private readonly GatewayError _starting = StartingUp();
    private volatile bool _ready;
    private bool _hurried;
    private volatile bool _stopping;

    public ConnectionHub(HubParts parts)
    {
        Time = parts.Time;
        Limits = parts.Limits;
        Logger = parts.Logger;
        Handshake = parts.Handshake;
        Dispatcher = parts.Dispatcher;
        Refusals = parts.Refusals;
        _config = parts.Config;
        _loopbackBind = parts.LoopbackBind;
        _events = parts.Events;
        _budget = new PreAuthBudget(parts.Time);
        _sweep = parts.Time.CreateTimer(static hub => ((ConnectionHub)hub!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public TimeProvider Time { get; }

    public long NowMs => Time.GetUtcNow().ToUnixTimeMilliseconds();

    public HubLimits Limits { get; }

    public ILogger Logger { get; }

    public Handshake Handshake { get; }

    public RequestDispatcher Dispatcher { get; }

    public RefusalLog Refusals { get; }

    public InFlight Requests { get; } = new();

    /// <summary>What a connect is answered while the gateway starts; null once it is ready.</summary>
    public GatewayError? NotReady => _ready ? null : _starting;

    /// <summary>Open sockets, connected or not.</summary>
    public int Count => _all.Count;

    /// <summary>Sockets that were ever opened.</summary>
    public long Opened => _sockets.Total;

    /// <summary>True: a connect is decided. False: it is asked to come back shortly.</summary>
    public bool IsReady
    {
        get => _ready;
        set => _ready = value;
    }

    /// <summary>Serves one upgrade request until its socket ends.</summary>
    public async Task AcceptAsync(HttpContext http)
    {
        // Opened in a method of its own, so that an idle connection does not keep what only its opening needed.
        if (await OpenAsync(http).ConfigureAwait(false) is not { } connection)
            return;
        await connection.RunAsync().ConfigureAwait(false);
        _all.TryRemove(connection.ConnId, out _);
        _sockets.End();
    }

    private async Task<Connection?> OpenAsync(HttpContext http)
    {
        var headers = ForwardedHeaders.Of(http.Request);
        var gateway = _config().Config.Gateway;
        if (!OriginPolicy.Allows(headers.Origin, headers.Host, _loopbackBind, gateway.ControlUi.AllowedOrigins))
        {
            Refusals.Add(http.Connection.RemoteIpAddress?.ToString() ?? "?", "origin not allowed (gateway.controlUi.allowedOrigins)");
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "Origin not allowed. Add it to gateway.controlUi.allowedOrigins.").ConfigureAwait(false);
            return null;
        }
        var remote = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var peer = Peer.Resolve(remote, headers, gateway.TrustedProxies);
        var slot = _stopping ? null : await _budget.TakeAsync(peer.BudgetKey, http.RequestAborted).ConfigureAwait(false);
        if (slot is null)
        {
            Refusals.Add(peer.BudgetKey, "too many sockets waiting to connect");
            http.Response.Headers.RetryAfter = "1";
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "Too many sockets are waiting to connect.").ConfigureAwait(false);
            return null;
        }

        try
        {
            var socket = await http.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
            var connection = new Connection(this, socket, remote, headers, slot, http.Abort);
            _sockets.Begin();
            _all[connection.ConnId] = connection;
            Hurry();
            if (_stopping)
                connection.Close(CloseReason.ServiceRestart);
            return connection;
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    /// <summary>Called by a connection that has just been admitted.</summary>
    public void Enter(Connection connection, Admission.Admission admission, string requestId) => _events.Entered(connection, admission, requestId);

    /// <summary>Called by a connection that has ended, admitted or not.</summary>
    public void Leave(Connection connection)
    {
        if (connection.IsAdmitted)
            _events.Left(connection);
    }

    /// <summary>Hangs up on the connected clients for which <paramref name="ended"/> holds, once their open requests are answered.</summary>
    public void CloseWhere(Func<Connection, bool> ended, CloseReason reason)
    {
        foreach (var (_, connection) in _all)
        {
            if (connection.IsAdmitted && ended(connection))
                connection.CloseAfterAnswers(reason);
        }
    }

    /// <summary>Hangs up on everybody, connected or not, and waits a little for them to go.</summary>
    /// <param name="wait">How long to wait before cutting those who stay.</param>
    public async Task CloseAllAsync(TimeSpan wait)
    {
        _stopping = true;
        foreach (var (_, connection) in _all)
            connection.Close(CloseReason.ServiceRestart);
        await Task.WhenAny(_sockets.WhenIdle(), Task.Delay(wait)).ConfigureAwait(false);
        foreach (var (_, connection) in _all)
            connection.Abort();
        await Task.WhenAny(Task.WhenAll(_sockets.WhenIdle(), Requests.WhenIdle()), Task.Delay(wait)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sweep.DisposeAsync();

    /// <summary>Some connection has a deadline that is near: sweep often until none has.</summary>
    public void Hurry()
    {
        lock (_sweepGate)
        {
            if (_hurried)
                return;
            _hurried = true;
            _sweep.Change(s_sweepEvery, s_sweepEvery);
        }
    }

    // Quiet connections are looked at now and then, and without sockets the timer rests: an idle gateway does not wake up for nobody.
    private void Sweep()
    {
        lock (_sweepGate)
            _hurried = false;
        var near = false;
        foreach (var (_, connection) in _all)
            near |= connection.CheckDeadlines();
        lock (_sweepGate)
        {
            if (near || _hurried)
            {
                if (!_hurried)
                    _sweep.Change(s_sweepEvery, s_sweepEvery);
                _hurried = true;
                return;
            }
            var pause = _all.IsEmpty ? Timeout.InfiniteTimeSpan : s_sweepIdleEvery;
            _sweep.Change(pause, pause);
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    private static GatewayError StartingUp() => new(
        ErrorCodes.Unavailable,
        "gateway starting; retry shortly",
        Details.Of(new JsonObject { ["reason"] = "startup-sidecars" }),
        Retryable: true,
        RetryAfterMs: 500);
}
