namespace OpenClaw.Agents.Queues;

/// <summary>
/// Messages of one session that wait for its run to end (spec 08 §7.4). One owner at a time; it keeps no clock of its own.
/// </summary>
/// <typeparam name="T">Kind of message.</typeparam>
public sealed class FollowupQueue<T>
    where T : class, IQueueItem
{
    private readonly List<T> _items = [];
    private readonly List<T> _summarised = [];
    private DateTimeOffset _lastArrival;

    /// <summary>Messages waiting.</summary>
    public int Count => _items.Count;

    /// <summary>Takes a message in, as far as the settings let it.</summary>
    public QueueOffer<T> Offer(T item, QueueSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (_items.Any(other => IsSame(other, item)))
            return new QueueOffer<T>(QueueFate.Duplicate, []);
        if (_items.Count >= settings.Cap && settings.Drop == QueueDrop.New)
            return new QueueOffer<T>(QueueFate.Refused, []);
        var excess = Math.Max(0, _items.Count + 1 - settings.Cap);
        var dropped = _items.Take(excess).ToList();
        _items.RemoveRange(0, excess);
        if (settings.Drop == QueueDrop.Summarize)
        {
            _summarised.AddRange(dropped);
            dropped = [];
        }

        _items.Add(item);
        _lastArrival = now;
        return new QueueOffer<T>(QueueFate.Queued, dropped);
    }

    /// <summary>When the queue may run: the last arrival and the quiet after it. Null when nothing waits.</summary>
    public DateTimeOffset? DueAt(QueueSettings settings) => _items.Count == 0 ? null : _lastArrival + settings.Debounce;

    /// <summary>
    /// Takes what the next run answers: in collect mode everything that goes to the target of the oldest message, as long as all wait for
    /// the same one; else the oldest message alone. Null when nothing waits.
    /// </summary>
    public QueueBatch<T>? Take(QueueMode mode)
    {
        if (_items.Count == 0)
            return null;
        var together = mode == QueueMode.Collect && _items.All(item => item.Target == _items[0].Target) ? _items.Count : 1;
        var items = _items.GetRange(0, together);
        _items.RemoveRange(0, together);
        var summarised = _summarised.ToList();
        _summarised.Clear();
        return new QueueBatch<T>(items, summarised, QueueText.Of([.. items.Select(static i => i.Text)], [.. summarised.Select(static i => i.Text)]));
    }

    /// <summary>Takes one message out; false when it does not wait here.</summary>
    public bool Remove(T item) => _items.Remove(item) || _summarised.Remove(item);

    /// <summary>Empties the queue.</summary>
    /// <returns>All that waited.</returns>
    public IReadOnlyList<T> Clear()
    {
        List<T> all = [.. _summarised, .. _items];
        _items.Clear();
        _summarised.Clear();
        return all;
    }

    private static bool IsSame(T one, T other) =>
        one.Target == other.Target
        && (one.MessageId is null && other.MessageId is null
            ? one.Text == other.Text
            : one.MessageId == other.MessageId);
}
