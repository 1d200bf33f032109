using System.Buffers;

namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>
/// The messages waiting for one socket, bounded in bytes. Producers never wait. The pump runs only while there is something to
/// send, so an idle connection holds neither a task nor a buffer. A broadcast gets its <c>seq</c> here, under the same lock that
/// orders the queue: numbers are dense per connection, and a number is spent on an event that was dropped for slowness, so that
/// the client can see that it missed something that was meant for it.
/// </summary>
/// <param name="sink">The socket.</param>
/// <param name="time">Clock of the write deadline.</param>
/// <param name="maxEventBytes">Backlog of events at which the client counts as slow.</param>
/// <param name="maxBytes">Backlog of any kind at which nothing more is taken.</param>
internal sealed class Outbox(IFrameSink sink, TimeProvider time, long maxEventBytes, long maxBytes)
{
    private readonly Lock _gate = new();
    private Queue<Entry>? _queue;
    private Task _pump = Task.CompletedTask;
    private CloseReason? _closing;
    private bool _pumping;
    private bool _dead;
    private long _bytes;
    private long _eventBytes;
    private long _seq;
    private long _dropped;
    private long _sendStarted;

    /// <summary>Bytes queued or being sent.</summary>
    public long QueuedBytes => Interlocked.Read(ref _bytes);

    /// <summary>Events that were meant for this connection and dropped because it was slow.</summary>
    public long DroppedEvents => Interlocked.Read(ref _dropped);

    /// <summary>Timestamp at which the send in progress began; 0 when none is.</summary>
    public long SendStarted => Interlocked.Read(ref _sendStarted);

    /// <summary>The task that sends; completed while there is nothing to send.</summary>
    public Task Pump
    {
        get
        {
            lock (_gate)
                return _pump;
        }
    }

    /// <summary>Queues a response or a targeted event. Takes over the caller's hold on the frame.</summary>
    public PostResult Post(OutboundFrame frame)
    {
        lock (_gate)
        {
            var result = _dead || _closing is not null ? PostResult.Closed
                : _bytes + frame.Length > maxBytes ? PostResult.Slow
                : PostResult.Queued;
            if (result == PostResult.Queued)
                Enqueue(new Entry(frame, 0, frame.Length, IsEvent: false));
            else
                frame.Release();
            return result;
        }
    }

    /// <summary>Numbers and queues a broadcast. The caller keeps its own hold on the frame.</summary>
    public PostResult PostEvent(OutboundFrame frame)
    {
        lock (_gate)
        {
            if (_dead || _closing is not null)
                return PostResult.Closed;
            var seq = ++_seq;
            if (_eventBytes > maxEventBytes || _bytes > maxBytes)
            {
                Interlocked.Increment(ref _dropped);
                return PostResult.Slow;
            }
            frame.Retain();
            Enqueue(new Entry(frame, seq, frame.Length + (frame.Numbered ? OutboundFrame.MaxSeqBytes : 0), IsEvent: true));
            return PostResult.Queued;
        }
    }

    /// <summary>What is queued is still sent, then the close frame. The first reason wins.</summary>
    /// <returns>False when the connection was closing already.</returns>
    public bool CloseAfterFlush(CloseReason reason)
    {
        lock (_gate)
        {
            if (_dead || _closing is not null)
                return false;
            _closing = reason;
            StartPump();
            return true;
        }
    }

    /// <summary>Drops what is queued and takes nothing more. Does not touch the socket.</summary>
    public void Discard()
    {
        lock (_gate)
        {
            _dead = true;
            while (_queue is { Count: > 0 })
                Settle(_queue.Dequeue());
        }
    }

    private void Enqueue(Entry entry)
    {
        _queue ??= new Queue<Entry>();
        _queue.Enqueue(entry);
        _bytes += entry.Bytes;
        if (entry.IsEvent)
            _eventBytes += entry.Bytes;
        StartPump();
    }

    private void Settle(Entry entry)
    {
        _bytes -= entry.Bytes;
        if (entry.IsEvent)
            _eventBytes -= entry.Bytes;
        entry.Frame.Release();
    }

    private void StartPump()
    {
        if (_pumping)
            return;
        _pumping = true;
        _pump = Task.Run(PumpAsync);
    }

    private async Task PumpAsync()
    {
        byte[]? scratch = null;
        try
        {
            while (Next(out var entry, out var close))
            {
                Interlocked.Exchange(ref _sendStarted, time.GetTimestamp());
                if (close is { } reason)
                {
                    await sink.SendCloseAsync(reason).ConfigureAwait(false);
                    return;
                }
                try
                {
                    await sink.SendAsync(entry.Frame.ForConnection(entry.Seq, ref scratch)).ConfigureAwait(false);
                }
                finally
                {
                    Interlocked.Exchange(ref _sendStarted, 0);
                    lock (_gate)
                        Settle(entry);
                }
            }
        }
        catch (Exception e) when (SocketFaults.IsPeerGone(e))
        {
            // The reader sees the same end and cleans up; what is still queued has nobody to go to.
            Discard();
            sink.Abort();
        }
        finally
        {
            if (scratch is not null)
                ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    private bool Next(out Entry entry, out CloseReason? close)
    {
        lock (_gate)
        {
            close = null;
            if (_queue is { Count: > 0 })
            {
                entry = _queue.Dequeue();
                return true;
            }
            entry = default;
            // A burst must not leave its queue behind on a connection that is idle from now on.
            _queue = null;
            if (_closing is not null && !_dead)
            {
                _dead = true;
                close = _closing;
                return true;
            }
            _pumping = false;
            return false;
        }
    }

    private readonly record struct Entry(OutboundFrame Frame, long Seq, int Bytes, bool IsEvent);
}
