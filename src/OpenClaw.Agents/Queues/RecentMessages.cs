namespace OpenClaw.Agents.Queues;

/// <summary>Remembers which messages came in lately, so that a channel that delivers twice is heard once (spec 08 §7.4).</summary>
public sealed class RecentMessages(TimeProvider time)
{
    /// <summary>Messages remembered at most; the oldest go first.</summary>
    public const int Capacity = 5000;

    /// <summary>How long one is remembered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset At)> _order = new();

    /// <summary>True the first time within <see cref="Lifetime"/>.</summary>
    public bool IsNew(string key)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            while (_order.TryPeek(out var first) && (now - first.At >= Lifetime || _order.Count > Capacity))
            {
                _order.Dequeue();
                if (_known.TryGetValue(first.Key, out var at) && at == first.At)
                    _known.Remove(first.Key);
            }

            if (!_known.TryAdd(key, now))
                return false;
            _order.Enqueue((key, now));
            return true;
        }
    }
}
