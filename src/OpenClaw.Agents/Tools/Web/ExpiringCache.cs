namespace OpenClaw.Agents.Tools.Web;

/// <summary>Remembers the last answers for a while; the oldest goes when it is full. Safe from any thread.</summary>
/// <param name="time">Clock.</param>
/// <param name="capacity">Most entries.</param>
internal sealed class ExpiringCache<T>(TimeProvider time, int capacity)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, (T Value, DateTimeOffset Until)> _entries = new(StringComparer.Ordinal);

    /// <summary>What was kept and is still fresh; null otherwise.</summary>
    public T? Find(string key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
                return null;
            if (entry.Until > time.GetUtcNow())
                return entry.Value;
            _entries.Remove(key);
            return null;
        }
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(string key, T value, TimeSpan life)
    {
        if (life <= TimeSpan.Zero)
            return;
        lock (_lock)
        {
            _entries.Remove(key);
            if (_entries.Count >= capacity)
                _entries.RemoveAt(0);
            _entries.Add(key, (value, time.GetUtcNow() + life));
        }
    }
}
