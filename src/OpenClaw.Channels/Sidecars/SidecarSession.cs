using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Sidecars;

/// <summary>One run of a sidecar, from its <c>initialize</c> to its end. Safe from any thread.</summary>
public sealed class SidecarSession : IAsyncDisposable
{
    private readonly SidecarSpec _spec;
    private readonly ISidecarChild _process;
    private readonly JsonRpcLines _rpc;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<string, Func<string, JsonElement, bool>> _routes = new(StringComparer.Ordinal);
    private readonly Lazy<Task<SidecarExit>> _end;
    private volatile string? _fatal;
    private volatile string? _broken;

    private SidecarSession(SidecarSpec spec, ISidecarChild process, TimeProvider time, ILogger logger)
    {
        _spec = spec;
        _process = process;
        _time = time;
        _logger = logger;
        _rpc = new JsonRpcLines(process.Output, process.Input, spec.MaxLine, time, Notified);
        _end = new Lazy<Task<SidecarExit>>(FinishAsync);
    }

    /// <summary>Answer to <c>initialize</c>.</summary>
    public JsonElement Hello { get; private set; }

    /// <summary>Its process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Bytes of its resident memory at the last ping; 0: not known yet.</summary>
    public long ResidentBytes { get; private set; }

    /// <summary>Completes when it is over; never fails.</summary>
    public Task Ended => _rpc.Closed;

    /// <summary>Starts a program and says hello.</summary>
    /// <returns>The session, or how the attempt ended.</returns>
    internal static async Task<(SidecarSession? Session, SidecarExit Exit)> StartAsync(
        SidecarSpec spec, SidecarProgram program, SidecarLauncher launch, TimeProvider time, ILogger logger, CancellationToken stop)
    {
        ISidecarChild process;
        try
        {
            process = launch(program, line => SidecarLog.ErrorLine(logger, SidecarText.ForLog(line)));
        }
        catch (IOException problem)
        {
            return (null, new SidecarExit(null, problem.Message));
        }

        var session = new SidecarSession(spec, process, time, logger);
        session._rpc.Start();
        var hello = await session.RequestAsync("initialize", spec.Initialize, spec.InitializeLimit, CancellationToken.None).ConfigureAwait(false);
        if (hello.Ok && !stop.IsCancellationRequested)
        {
            session.Hello = hello.Result;
            return (session, default);
        }

        // One that refuses says why with its exit; one that says nothing has to be helped.
        if (hello.Fault is { Code: RpcFault.TimedOut })
            session._broken = $"no answer to initialize within {spec.InitializeLimit.TotalSeconds:0} s";
        else if (hello.Fault is { Code: not RpcFault.Closed } refused)
            session._fatal ??= refused.Message;
        return (null, await session._end.Value.ConfigureAwait(false));
    }

    /// <summary>Asks something. Failures are results.</summary>
    public Task<RpcReply> RequestAsync(string method, Action<Utf8JsonWriter>? parameters, TimeSpan deadline, CancellationToken ct) =>
        _rpc.RequestAsync(method, parameters, deadline, ct);

    /// <summary>Says something that has no answer.</summary>
    public bool Notify(string method, Action<Utf8JsonWriter>? parameters) => _rpc.Notify(method, parameters);

    /// <summary>Directs the notifications of an account to a handler until the result is disposed.</summary>
    /// <param name="accountId">Account.</param>
    /// <param name="handler">Quick, does not throw; false: it cannot take any more, which the protocol rules out, so the sidecar is ended.</param>
    public IDisposable Route(string accountId, Func<string, JsonElement, bool> handler)
    {
        _routes[accountId] = handler;
        return new RouteEnd(() => _routes.TryRemove(KeyValuePair.Create(accountId, handler)));
    }

    /// <summary>Ends a sidecar that does not keep to the protocol; it is started again.</summary>
    public void Break(string reason)
    {
        _broken ??= reason;
        _process.Kill();
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync() => await _end.Value.ConfigureAwait(false);

    /// <summary>Watches it until it ends or is to stop.</summary>
    internal async Task<SidecarExit> RunAsync(CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var pings = PingAsync(over.Token);
        try
        {
            await _rpc.Closed.WaitAsync(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _rpc.RequestAsync(
                "shutdown", w => w.WriteNumber("graceMs"u8, (long)_spec.ShutdownGrace.TotalMilliseconds), _spec.ShutdownGrace + _spec.EndGrace, CancellationToken.None)
                .ConfigureAwait(false);
        }

        await over.CancelAsync().ConfigureAwait(false);
        await pings.ConfigureAwait(false);
        return await _end.Value.ConfigureAwait(false);
    }

    private async Task PingAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(_spec.PingEvery, _time);
        var missed = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                var answer = await RequestAsync("ping", w => w.WriteNumber("t"u8, _time.GetUtcNow().ToUnixTimeMilliseconds()), _spec.PingLimit, stop)
                    .ConfigureAwait(false);
                missed = answer.Ok ? 0 : missed + 1;
                if (answer.Ok && answer.Result.ValueKind == JsonValueKind.Object
                    && answer.Result.TryGetProperty("rssBytes"u8, out var rss) && rss.ValueKind == JsonValueKind.Number && rss.TryGetInt64(out var bytes))
                    ResidentBytes = bytes;
                if (missed < 2)
                    continue;
                SidecarLog.Silent(_logger, _spec.Name);
                Break("it did not answer two pings");
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // Over.
        }
    }

    private async Task<SidecarExit> FinishAsync()
    {
        await _process.EndAsync(_spec.EndGrace, _time).ConfigureAwait(false);
        var code = await _process.Exited.ConfigureAwait(false);
        await _rpc.DisposeAsync().ConfigureAwait(false);
        await _process.DisposeAsync().ConfigureAwait(false);
        return new SidecarExit(code, _broken ?? _fatal ?? $"exit code {code}, {_rpc.Closed.Result}");
    }

    private void Notified(string method, JsonElement parameters)
    {
        if (parameters.ValueKind != JsonValueKind.Object)
            return;
        switch (method)
        {
            case "log":
                SidecarLog.Warning(_logger, SidecarText.ForLog(Text(parameters, "msg") ?? ""));
                break;
            case "fatal":
                _fatal = SidecarText.ForLog(Text(parameters, "message") ?? "unknown fault");
                break;
            default:
                if (Text(parameters, "accountId") is { } account && _routes.TryGetValue(account, out var handler) && !handler(method, parameters))
                    Break($"it sent more than its window allows for account {account}");
                break;
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed class RouteEnd(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
