using System.Threading.Channels;

namespace OpenClaw.Client.Connection;

/// <summary>
/// Unread events, bounded. A reader that falls behind loses the oldest ones and is told by a gap; so is one whose gateway skipped
/// numbers. Written by one thread at a time.
/// </summary>
internal sealed class EventQueue
{
    private readonly Channel<GatewayEvent>? _channel;
    private bool _overflowed;
    private long? _lastSeq;

    public EventQueue(int capacity)
    {
        if (capacity > 0)
        {
            _channel = Channel.CreateBounded<GatewayEvent>(
                new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
                _ => _overflowed = true);
        }
    }

    public ChannelReader<GatewayEvent> Reader => (_channel ?? Nothing).Reader;

    public bool IsOpen => _channel is not null;

    private static Channel<GatewayEvent> Nothing
    {
        get
        {
            var none = Channel.CreateBounded<GatewayEvent>(1);
            none.Writer.Complete();
            return none;
        }
    }

    public void Add(GatewayEvent message)
    {
        if (_channel is null)
            return;
        var skipped = message.Seq is { } seq && _lastSeq is { } last && seq > last + 1;
        _lastSeq = message.Seq ?? _lastSeq;
        if (skipped || _overflowed)
        {
            _overflowed = false;
            _channel.Writer.TryWrite(new GatewayEvent { Kind = GatewayEventKind.Gap });
        }
        _channel.Writer.TryWrite(message);
    }

    /// <summary>A new connection counts from one again.</summary>
    public void Restart() => _lastSeq = null;

    public void Complete() => _channel?.Writer.TryComplete();
}
