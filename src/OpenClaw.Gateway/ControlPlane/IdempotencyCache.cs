namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// Answers that are repeated when the same idempotency key comes again (spec 01 §16): 5 minutes, 1,000 keys, lost on restart.
/// Keys are global per method; callers prefix them (<c>send:</c>, <c>agent:</c>, <c>chat:</c>). Safe from any thread.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class IdempotencyCache(TimeProvider time)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Most answers kept.</summary>
    public const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>How many answers are kept now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>The kept answer, if there is one of that type and it is not older than <see cref="Lifetime"/>.</summary>
    /// <typeparam name="TResult">Payload type of the method.</typeparam>
    /// <param name="key">Prefixed key.</param>
    /// <param name="reply">The answer.</param>
    public bool TryGet<TResult>(string key, out Reply<TResult> reply)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry) && !Expired(entry) && entry.Reply is Reply<TResult> kept)
            {
                reply = kept;
                return true;
            }
        }
        reply = default;
        return false;
    }

    /// <summary>Keeps an answer, replacing an earlier one of the key.</summary>
    /// <typeparam name="TResult">Payload type of the method.</typeparam>
    /// <param name="key">Prefixed key.</param>
    /// <param name="reply">The answer.</param>
    public void Set<TResult>(string key, Reply<TResult> reply)
    {
        lock (_gate)
        {
            // Reinserted, so that the dictionary never grows past the cap between two sweeps.
            _entries[key] = new Entry(reply, time.GetTimestamp());
            if (_entries.Count > Capacity)
                SweepLocked();
        }
    }

    /// <summary>Forgets what is too old, then the oldest above the cap.</summary>
    public void Sweep()
    {
        lock (_gate)
            SweepLocked();
    }

    private void SweepLocked()
    {
        foreach (var (key, entry) in _entries)
        {
            if (Expired(entry))
                _entries.Remove(key);
        }
        if (_entries.Count <= Capacity)
            return;
        foreach (var key in _entries.OrderBy(e => e.Value.At).Take(_entries.Count - Capacity).Select(e => e.Key).ToArray())
            _entries.Remove(key);
    }

    private bool Expired(Entry entry) => time.GetElapsedTime(entry.At) >= Lifetime;

    private readonly record struct Entry(object Reply, long At);
}
