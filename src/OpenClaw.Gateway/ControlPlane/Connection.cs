using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Gateway.ControlPlane.Admission;
using OpenClaw.Gateway.ControlPlane.Sockets;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// One socket from open to close: challenge, connect, then requests. One loop reads; the outbox alone writes. What arrives while the
/// handshake is being decided waits in the socket. Idle, it holds neither a buffer nor a timer: the hub sweeps the deadlines of all.
/// </summary>
internal sealed class Connection : IEventTarget, IInterimResponder, IFrameSink
{
    private readonly WebSocket _socket;
    private readonly ConnectionHub _hub;
    private readonly IPAddress _remote;

    // The request behind the socket may not be touched once it is over, and others may want to hang up at that very moment.
    private readonly Lock _aborting = new();
    private Action? _abort;
    private readonly MessageReader _reader;
    private readonly Outbox _outbox;
    private readonly OpenRequests _open;
    private readonly long _openedAt;
    private readonly string _nonce = Guid.NewGuid().ToString();
    private CancellationToken _ended;
    private ForwardedHeaders? _headers;
    private PreAuthBudget.Slot? _slot;
    private Caller? _caller;
    private Leaving? _leaving;
    private int _closing;
    private long _closingAt;
    private CloseReason _closedWith = CloseReason.Quiet;

    public Connection(ConnectionHub hub, WebSocket socket, IPAddress remote, ForwardedHeaders headers, PreAuthBudget.Slot slot, Action abort)
    {
        _hub = hub;
        _socket = socket;
        _remote = remote;
        _headers = headers;
        _slot = slot;
        _abort = abort;
        _reader = new MessageReader(socket);
        _outbox = new Outbox(this, hub.Time, hub.Limits.MaxBufferedBytes, hub.Limits.MaxUnsentBytes);
        _open = new OpenRequests(hub.Limits);
        _openedAt = hub.Time.GetTimestamp();
    }

    public string ConnId { get; } = Guid.NewGuid().ToString();

    /// <summary>Who is behind the socket; only after a successful connect.</summary>
    public Caller Caller => _caller ?? throw new InvalidOperationException("The connection has not been admitted.");

    public bool IsAdmitted => _caller is not null;

    public AuthMethod Method { get; private set; }

    /// <summary>Stamp of the shared secret it was admitted with, if it was.</summary>
    public string? SecretStamp { get; private set; }

    private bool IsClosing => Volatile.Read(ref _closing) != 0;

    /// <summary>Serves the socket until it ends. Never throws.</summary>
    public async Task RunAsync()
    {
        using var lifetime = new CancellationTokenSource();
        _ended = lifetime.Token;
        try
        {
            Send(FrameBuilder.Event(
                ProtocolEvents.ConnectChallenge, new ChallengePayload { Nonce = _nonce, Ts = _hub.NowMs }, version: null, numbered: false));
            await ReadAllAsync().ConfigureAwait(false);
        }
        catch (WebSocketException e) when (e.WebSocketErrorCode is not WebSocketError.ConnectionClosedPrematurely)
        {
            // The framework has answered a breach of the protocol with a close frame; closing TCP at once would destroy it unread.
            _closedWith = CloseReason.Quiet;
            await Task.Delay(TimeSpan.FromMilliseconds(100)).ConfigureAwait(false);
        }
        catch (Exception e) when (SocketFaults.IsPeerGone(e))
        {
            // The client left without saying goodbye, or we hung up on it.
            Interlocked.Exchange(ref _closing, 1);
        }
        catch (Exception e)
        {
            ConnectionLog.Failed(_hub.Logger, e, ConnId);
        }
        finally
        {
            await EndAsync(lifetime).ConfigureAwait(false);
        }
    }

    /// <summary>Says why and hangs up, once. What is queued is still sent, if the client reads it in time.</summary>
    public void Close(CloseReason reason)
    {
        if (Interlocked.Exchange(ref _closing, 1) != 0)
            return;
        _closedWith = reason;
        Interlocked.Exchange(ref _closingAt, _hub.Time.GetTimestamp());
        _outbox.CloseAfterFlush(reason);
        _hub.Hurry();
    }

    /// <summary>Takes no further request, answers the open ones, then hangs up. The client may have caused this itself and waits for the answer.</summary>
    public void CloseAfterAnswers(CloseReason reason)
    {
        Interlocked.CompareExchange(ref _leaving, new Leaving(reason, _hub.Time.GetTimestamp()), null);
        _hub.Hurry();
        if (_open.Count == 0)
            Close(reason);
    }

    /// <summary>Ends what has run out of time. Called by the hub's sweep.</summary>
    /// <returns>True when a deadline is near and the next look should come soon.</returns>
    public bool CheckDeadlines()
    {
        var time = _hub.Time;
        if (Interlocked.Read(ref _closingAt) is var closing and not 0)
        {
            if (time.GetElapsedTime(closing) >= _hub.Limits.CloseWait)
                Abort();
            return true;
        }
        if (!IsAdmitted && time.GetElapsedTime(_openedAt) >= _hub.Limits.HandshakeTimeout)
            Close(CloseReason.Quiet);
        else if (Volatile.Read(ref _leaving) is { } leaving && time.GetElapsedTime(leaving.Since) >= _hub.Limits.AnswerWait)
            Close(leaving.Reason);
        else if (_outbox.SendStarted is var sending and not 0 && time.GetElapsedTime(sending) >= _hub.Limits.WriteTimeout)
            CloseSlow();
        return !IsAdmitted || IsClosing || Volatile.Read(ref _leaving) is not null;
    }

    /// <inheritdoc/>
    public void Deliver(OutboundFrame frame, bool dropIfSlow)
    {
        if (_outbox.PostEvent(frame) == PostResult.Slow && !dropIfSlow)
            CloseSlow();
    }

    /// <inheritdoc/>
    public bool Send(OutboundFrame frame)
    {
        var result = _outbox.Post(frame);
        if (result == PostResult.Slow)
            CloseSlow();
        return result == PostResult.Queued;
    }

    /// <inheritdoc/>
    public void RespondInterim<T>(string requestId, T payload, JsonTypeInfo<T> type) =>
        Send(FrameBuilder.Response(requestId, Reply.Ok(payload), type));

    /// <inheritdoc/>
    ValueTask IFrameSink.SendAsync(ReadOnlyMemory<byte> message) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <inheritdoc/>
    async ValueTask IFrameSink.SendCloseAsync(CloseReason reason)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await _socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Text, CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Abort()
    {
        lock (_aborting)
        {
            if (_abort is null)
                return;
            _socket.Abort();
            _abort();
        }
    }

    private async Task ReadAllAsync()
    {
        while (!IsClosing)
        {
            var message = await _reader.ReadAsync(IsAdmitted ? _hub.Limits.MaxPayload : _hub.Limits.MaxPreConnectPayload).ConfigureAwait(false);
            if (message is null)
            {
                if (_reader.TooBig)
                    Close(CloseReason.TooBig);
                else
                    Close(new CloseReason((int)(_socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure), ""));
            }
            else if (IsClosing || Volatile.Read(ref _leaving) is not null)
                message.Dispose();
            else if (IsAdmitted)
                Accept(message);
            else
                await ConnectAsync(message).ConfigureAwait(false);
        }
        await _reader.DrainAsync().ConfigureAwait(false);
        await _outbox.Pump.ConfigureAwait(false);
    }

    private async Task ConnectAsync(RentedMessage message)
    {
        FirstDecision decision;
        using (message)
        {
            try
            {
                decision = await new FirstMessage(_hub, ConnId, _nonce, _remote, _headers!).JudgeAsync(message, _ended).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                ConnectionLog.Failed(_hub.Logger, e, ConnId);
                Close(CloseReason.Quiet);
                return;
            }
        }
        if (decision.Admission is { } admission)
        {
            Enter(decision.RequestId, admission);
            return;
        }
        if (decision.Refusal is { } refusal)
            Send(FrameBuilder.Failure(decision.RequestId, refusal));
        Close(decision.Close);
        if (decision.Close != CloseReason.Starting)
            _hub.Refusals.Add(Addresses.Normalise(_remote).ToString(), decision.Refusal is null ? "no connect request" : decision.Close.Text);
    }

    private void Enter(string requestId, Admission.Admission admission)
    {
        if (IsClosing)
            return;
        (Method, SecretStamp) = (admission.Method, admission.SecretStamp);
        _caller = admission.Caller;
        _headers = null;
        Interlocked.Exchange(ref _slot, null)?.Dispose();
        _hub.Enter(this, admission, requestId);
    }

    private void Accept(RentedMessage message)
    {
        _hub.Requests.Begin();
        // Not awaited here: requests run side by side. The hub counts them and waits for them when it stops.
        _ = AnswerAsync(message, message.Length, _open.Begin(message.Length));
    }

    private async Task AnswerAsync(RentedMessage message, int bytes, bool taken)
    {
        try
        {
            var answer = taken
                ? await _hub.Dispatcher.AnswerAsync(Caller, message, this, _ended).ConfigureAwait(false)
                : RequestDispatcher.OneTooMany(message);
            if (answer.Frame is not null)
                Send(answer.Frame);
            answer.Afterwards?.Invoke();
        }
        finally
        {
            if (_open.End(bytes) && Volatile.Read(ref _leaving) is { } leaving)
                Close(leaving.Reason);
            _hub.Requests.End();
        }
    }

    private void CloseSlow()
    {
        if (Interlocked.Exchange(ref _closing, 1) != 0)
            return;
        _closedWith = CloseReason.SlowConsumer;
        ConnectionLog.Slow(_hub.Logger, ConnId, _caller?.ClientId ?? "not connected", _outbox.QueuedBytes);
        // A close frame cannot get past a full pipe, and waiting for room is what this client made impossible.
        _outbox.Discard();
        Abort();
    }

    private async Task EndAsync(CancellationTokenSource lifetime)
    {
        Interlocked.Exchange(ref _closing, 1);
        _hub.Leave(this);
        Interlocked.Exchange(ref _slot, null)?.Dispose();
        await lifetime.CancelAsync().ConfigureAwait(false);
        ConnectionLog.Ended(_hub.Logger, ConnId, _closedWith.Code, _closedWith.Text, _outbox.QueuedBytes, _outbox.DroppedEvents);
        if (_caller is { IsWebChat: true })
            ConnectionLog.WebChatEnded(_hub.Logger, _closedWith.Code, _closedWith.Text, ConnId);
        _outbox.Discard();
        if (_socket.State is not (WebSocketState.Closed or WebSocketState.Aborted))
            _socket.Abort();
        await _outbox.Pump.ConfigureAwait(false);
        lock (_aborting)
            _abort = null;
        _socket.Dispose();
    }

    private sealed record Leaving(CloseReason Reason, long Since);
}
