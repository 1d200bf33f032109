using System.Text.Json;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Client.Connection;

/// <summary>
/// A connection after hello-ok: matches answers to requests, hands events on, and watches that the gateway is still there.
/// Ends once, with one reason, and then fails everything that waits.
/// </summary>
internal sealed class Session : IAsyncDisposable
{
    // Far above what a client keeps in flight; reaching it means that answers are not coming.
    private const int MaxPending = 4096;

    private readonly Wire _wire;
    private readonly EventQueue _events;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PendingRequest> _pending = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<GatewayClosedException> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reader;
    private readonly ITimer _watchdog;
    private GatewayClosedException? _closed;
    private long _heardAt;

    public Session(Wire wire, HelloOk hello, EventQueue events, TimeProvider time)
    {
        _wire = wire;
        _events = events;
        _time = time;
        Hello = hello;
        _heardAt = time.GetTimestamp();
        var tick = TimeSpan.FromMilliseconds(Math.Max(1000, hello.Policy.TickIntervalMs));
        _watchdog = time.CreateTimer(_ => Watch(tick * 2), null, tick, tick);
        _reader = ReadAsync();
    }

    public HelloOk Hello { get; }

    /// <summary>Completes with the reason when the connection ends.</summary>
    public Task<GatewayClosedException> Ended => _ended.Task;

    public async Task<JsonElement> RequestAsync(
        string id, ReadOnlyMemory<byte> frame, string method, RequestOptions options, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var pending = new PendingRequest(method, options);
        lock (_gate)
        {
            if (_closed is not null)
                throw _closed;
            if (_pending.Count >= MaxPending)
                throw new InvalidOperationException($"{MaxPending} requests are waiting for an answer already.");
            _pending.Add(id, pending);
        }
        try
        {
            await _wire.SendAsync(frame, cancellationToken).ConfigureAwait(false);
            return await pending.Answer.WaitAsync(timeout, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new GatewayTimeoutException(timeout);
        }
        finally
        {
            lock (_gate)
                _pending.Remove(id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closed is { Code: GatewayClosedException.TickTimeout })
            await _wire.CloseAsync(GatewayClosedException.TickTimeout, "tick timeout").ConfigureAwait(false);
        else
            await _wire.CloseAsync(1000, "").ConfigureAwait(false);
        End(new GatewayClosedException(1000, "closed by us"));
        await _stop.CancelAsync().ConfigureAwait(false);
        await _reader.ConfigureAwait(false);
        await _watchdog.DisposeAsync().ConfigureAwait(false);
        _wire.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                using var document = await _wire.ReceiveAsync(_stop.Token).ConfigureAwait(false);
                Interlocked.Exchange(ref _heardAt, _time.GetTimestamp());
                if (document is not null)
                    Take(document.RootElement);
            }
        }
        catch (GatewayClosedException closed)
        {
            End(closed);
        }
        catch (OperationCanceledException)
        {
            End(new GatewayClosedException(GatewayClosedException.Abnormal, ""));
        }
    }

    private void Take(JsonElement frame)
    {
        if (FrameText.ReadResponse(frame) is { } response)
        {
            lock (_gate)
            {
                if (_pending.TryGetValue(response.Id, out var pending) && pending.Take(response))
                    _pending.Remove(response.Id);
            }
        }
        else if (_events.IsOpen && FrameText.ReadEvent(frame) is { } message)
        {
            _events.Add(message);
        }
    }

    /// <summary>Any frame counts as a sign of life; twice the tick interval without one means that nobody is there.</summary>
    private void Watch(TimeSpan limit)
    {
        if (_time.GetElapsedTime(Interlocked.Read(ref _heardAt)) < limit)
            return;
        End(new GatewayClosedException(GatewayClosedException.TickTimeout, "tick timeout"));
    }

    private void End(GatewayClosedException reason)
    {
        PendingRequest[] waiting;
        lock (_gate)
        {
            if (_closed is not null)
                return;
            _closed = reason;
            waiting = [.. _pending.Values];
            _pending.Clear();
        }
        foreach (var request in waiting)
            request.Fail(reason);
        _ended.TrySetResult(reason);
    }
}
