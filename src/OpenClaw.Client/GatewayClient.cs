using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using OpenClaw.Client.Connection;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client;

/// <summary>
/// A client of the gateway's WebSocket control plane: handshake with device identity and device token, requests, events, and on
/// wish reconnection (spec 01 §18). Speaks protocol 3 and 4. Safe from any thread; <see cref="Events"/> has one reader.
/// </summary>
public sealed class GatewayClient : IAsyncDisposable
{
    private static readonly RequestOptions s_usual = new();

    private readonly GatewayClientOptions _options;
    private readonly EventQueue _events;
    private readonly CancellationTokenSource _stop = new();
    private readonly Backoff _backoff = new(Random.Shared);
    private readonly Task _supervision;
    private Session _session;
    private long _requests;

    private GatewayClient(GatewayClientOptions options, EventQueue events, Session session)
    {
        _options = options;
        _events = events;
        _session = session;
        _supervision = SuperviseAsync();
    }

    /// <summary>What the gateway said when we last connected.</summary>
    public HelloOk Hello => Volatile.Read(ref _session).Hello;

    /// <summary>
    /// Events in order, with notices of gaps and lost connections between them. Empty and complete when
    /// <see cref="GatewayClientOptions.EventCapacity"/> is 0. Completes when the connection has ended for good.
    /// </summary>
    public ChannelReader<GatewayEvent> Events => _events.Reader;

    /// <summary>Completes when the connection has ended for good.</summary>
    public Task Completion => _supervision;

    /// <summary>Dials and connects. Does not retry: whoever wants that catches and calls again.</summary>
    /// <exception cref="GatewayClosedException">Unreachable or refused.</exception>
    /// <exception cref="GatewayTimeoutException">No hello-ok within <see cref="GatewayClientOptions.ConnectTimeout"/>.</exception>
    public static async Task<GatewayClient> ConnectAsync(GatewayClientOptions options, CancellationToken cancellationToken = default)
    {
        var events = new EventQueue(options.EventCapacity);
        return new GatewayClient(options, events, await OpenAsync(options, events, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Calls a method by its definition.</summary>
    /// <exception cref="GatewayException">An error answer, a time-out, or a lost connection.</exception>
    /// <exception cref="JsonException">The answer has another shape than the definition.</exception>
    public async Task<TResult> RequestAsync<TParams, TResult>(
        MethodDefinition<TParams, TResult> method,
        TParams parameters,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var id = NextId();
        var frame = FrameText.Request(id, method.Name, parameters, method.Params);
        var payload = await SendAsync(id, frame, method.Name, options, cancellationToken).ConfigureAwait(false);
        return payload.Deserialize(method.Result) ?? throw new JsonException($"The answer to {method.Name} is null.");
    }

    /// <summary>Calls a method with params that are JSON already; the answer is the payload as sent, undefined when there is none.</summary>
    /// <exception cref="GatewayException">An error answer, a time-out, or a lost connection.</exception>
    public Task<JsonElement> RequestAsync(
        string method, ReadOnlyMemory<byte> parameters, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var id = NextId();
        return SendAsync(id, FrameText.Request(id, method, parameters.Span), method, options, cancellationToken);
    }

    /// <summary>Says goodbye and ends everything. Waiting requests fail.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _supervision.ConfigureAwait(false);
        _stop.Dispose();
    }

    private Task<JsonElement> SendAsync(
        string id, ReadOnlyMemory<byte> frame, string method, RequestOptions? options, CancellationToken cancellationToken)
    {
        var wish = options ?? s_usual;
        return Volatile.Read(ref _session)
            .RequestAsync(id, frame, method, wish, wish.Timeout ?? _options.RequestTimeout, cancellationToken);
    }

    // Numbered for the reader of a log, unique for a gateway that keys by it.
    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _requests)}:{Guid.NewGuid()}");

    private static async Task<Session> OpenAsync(GatewayClientOptions options, EventQueue events, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.ConnectTimeout, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var choice = new TokenChoice(options);
            try
            {
                return await OpenAsync(options, choice.Token, events, both.Token).ConfigureAwait(false);
            }
            catch (GatewayClosedException refusal) when (choice.GiveUpStored(refusal))
            {
                return await OpenAsync(options, options.Token, events, both.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new GatewayTimeoutException(options.ConnectTimeout);
        }
    }

    private static async Task<Session> OpenAsync(
        GatewayClientOptions options, string? token, EventQueue events, CancellationToken cancellationToken)
    {
        var wire = await Wire.DialAsync(options.Url, options.TlsFingerprint, cancellationToken).ConfigureAwait(false);
        try
        {
            var hello = await Handshake.RunAsync(wire, options, token, cancellationToken).ConfigureAwait(false);
            if (hello.Auth is { DeviceToken: { Length: > 0 } issued } auth && options is { Identity: { } identity, Tokens: { } store })
                store.Save(identity.DeviceId, auth.Role, issued, auth.Scopes);
            events.Restart();
            return new Session(wire, hello, events, options.Time);
        }
        catch
        {
            wire.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the session to end, dials again if wished, and cleans up at the end. Never fails.</summary>
    private async Task SuperviseAsync()
    {
        var stopped = Task.Delay(Timeout.Infinite, _stop.Token);
        while (true)
        {
            await Task.WhenAny(_session.Ended, stopped).ConfigureAwait(false);
            var ended = _session;
            await ended.DisposeAsync().ConfigureAwait(false);
            if (_stop.IsCancellationRequested)
                break;
            var reason = await ended.Ended.ConfigureAwait(false);
            _events.Add(new GatewayEvent { Kind = GatewayEventKind.Disconnected, Closed = reason });
            if (!_options.Reconnect || await RedialAsync().ConfigureAwait(false) is not { } next)
                break;
            Volatile.Write(ref _session, next);
            _events.Add(new GatewayEvent { Kind = GatewayEventKind.Reconnected });
        }
        _events.Complete();
    }

    /// <summary>A new session, however long it takes; null when we are being disposed.</summary>
    private async Task<Session?> RedialAsync()
    {
        int? wish = null;
        while (true)
        {
            try
            {
                await Task.Delay(_backoff.Next(wish), _options.Time, _stop.Token).ConfigureAwait(false);
                var session = await OpenAsync(_options, _events, _stop.Token).ConfigureAwait(false);
                _backoff.Reset();
                return session;
            }
            catch (OperationCanceledException)
            {
                return null;
            }
            catch (GatewayException e)
            {
                wish = (e as GatewayClosedException)?.Error?.RetryAfterMs;
            }
        }
    }
}
