namespace OpenClaw.Operations.Logging;

/// <summary>
/// Lets an identical line through a few times per window and counts the rest; the first line after the window carries the
/// count. Keeps a loop that fails a thousand times a second from filling the disk, without hiding that it does.
/// </summary>
internal sealed class RepeatFilter(TimeProvider time)
{
    private const int AllowedPerWindow = 5;
    private const int MaxTracked = 256;

    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Subsystem, string Message), Tally> _seen = [];

    /// <summary>
    /// True when the line goes out. <paramref name="swallowed"/> is how many equal ones were held back in the window that this
    /// line ends.
    /// </summary>
    public bool Admit(string subsystem, string message, out int swallowed)
    {
        swallowed = 0;
        var now = time.GetTimestamp();
        lock (_gate)
        {
            var key = (subsystem, message);
            if (_seen.TryGetValue(key, out var tally) && time.GetElapsedTime(tally.Since, now) < s_window)
            {
                tally.Count++;
                return tally.Count <= AllowedPerWindow;
            }
            if (tally is not null)
                swallowed = Math.Max(0, tally.Count - AllowedPerWindow);
            else if (_seen.Count >= MaxTracked)
                Forget(now);
            _seen[key] = new Tally(now);
            return true;
        }
    }

    /// <summary>The lines still held back, with their counts; used when the log closes, so that no count is lost.</summary>
    public IReadOnlyList<(string Subsystem, string Message, int Swallowed)> Drain()
    {
        lock (_gate)
        {
            var held = _seen
                .Where(s => s.Value.Count > AllowedPerWindow)
                .Select(s => (s.Key.Subsystem, s.Key.Message, s.Value.Count - AllowedPerWindow))
                .ToArray();
            _seen.Clear();
            return held;
        }
    }

    /// <summary>Drops what is past its window and owes no count; when that frees nothing, everything that owes none.</summary>
    private void Forget(long now)
    {
        foreach (var (key, tally) in _seen.ToArray())
        {
            if (tally.Count <= AllowedPerWindow && time.GetElapsedTime(tally.Since, now) >= s_window)
                _seen.Remove(key);
        }
        if (_seen.Count < MaxTracked)
            return;
        foreach (var (key, _) in _seen.OrderBy(s => s.Value.Since).Take(MaxTracked / 2).ToArray())
            _seen.Remove(key);
    }

    private sealed class Tally(long since)
    {
        public long Since { get; } = since;

        public int Count { get; set; } = 1;
    }
}
