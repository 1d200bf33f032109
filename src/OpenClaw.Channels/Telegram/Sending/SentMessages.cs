namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Messages of ours of the last day, whatever sent them, so that reactions to them are known as such (spec 10 §8.7). Safe from any thread.</summary>
internal sealed class SentMessages(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(24);
    private readonly Lock _gate = new();
    private readonly Dictionary<(long Chat, long Message), int?> _topics = [];
    private readonly Queue<(long Chat, long Message, DateTimeOffset At)> _order = new();

    /// <summary>A message was sent.</summary>
    /// <param name="chat">Chat.</param>
    /// <param name="message">Its id.</param>
    /// <param name="topic">Topic; null: none.</param>
    public void Add(long chat, long message, int? topic)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_topics.TryAdd((chat, message), topic))
                _order.Enqueue((chat, message, now));
            while (_order.Count > Most || (_order.TryPeek(out var oldest) && now - oldest.At > s_kept))
            {
                var gone = _order.Dequeue();
                _topics.Remove((gone.Chat, gone.Message));
            }
        }
    }

    /// <summary>Whether it is ours, and its topic.</summary>
    public (bool Known, int? Topic) Find(long chat, long message)
    {
        lock (_gate)
            return _topics.TryGetValue((chat, message), out var topic) ? (true, topic) : (false, null);
    }
}
