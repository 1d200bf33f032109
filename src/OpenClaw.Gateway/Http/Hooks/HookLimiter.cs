namespace OpenClaw.Gateway.Http.Hooks;

/// <summary>
/// Ends guessing of the hook token: after 20 wrong ones within a minute an address is not looked at until the minute is over
/// (spec 06 §5.7). Addresses are normalised by the caller. Memory is bounded.
/// </summary>
internal sealed class HookLimiter(TimeProvider time)
{
    /// <summary>Wrong tokens that are answered as such.</summary>
    public const int MaxFailures = 20;

    private const int MaxAddresses = 2048;
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _failures = new(StringComparer.Ordinal);

    /// <summary>How long this address is not looked at; zero when it is.</summary>
    public TimeSpan Blocked(string address)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_failures.TryGetValue(address, out var times))
                return TimeSpan.Zero;
            Forget(times, now);
            if (times.Count == 0)
                _failures.Remove(address);
            return times.Count < MaxFailures ? TimeSpan.Zero : times.Peek() + s_window - now;
        }
    }

    /// <summary>Counts a wrong token.</summary>
    public void Failed(string address)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_failures.TryGetValue(address, out var times))
            {
                if (_failures.Count >= MaxAddresses)
                    Sweep(now);
                _failures[address] = times = new Queue<DateTimeOffset>();
            }

            Forget(times, now);
            if (times.Count < MaxFailures)
                times.Enqueue(now);
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (address, times) in _failures)
        {
            Forget(times, now);
            if (times.Count == 0)
                _failures.Remove(address);
        }

        // Quiet addresses first: one that is still blocked is the last to be forgotten.
        if (_failures.Count >= MaxAddresses)
        {
            foreach (var address in _failures.OrderBy(entry => entry.Value.Count).Take(MaxAddresses / 8).Select(entry => entry.Key).ToList())
                _failures.Remove(address);
        }
    }

    private static void Forget(Queue<DateTimeOffset> times, DateTimeOffset now)
    {
        while (times.TryPeek(out var first) && now - first >= s_window)
            times.Dequeue();
    }
}
