namespace OpenClaw.Channels.Sidecars;

/// <summary>
/// When a sidecar that ended is started again (spec 10 §12.7): after 1 s, doubling to 60 s, ±20 %; from the beginning after five
/// healthy minutes; after five ends within two minutes not for five minutes. Not safe for several threads.
/// </summary>
internal sealed class RestartPolicy(TimeProvider time, Random random)
{
    private const int StormEnds = 5;
    private static readonly TimeSpan s_stormWindow = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_stormPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_healthy = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    private readonly Queue<DateTimeOffset> _ends = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private int _failures;

    /// <summary>What is left of a pause after a storm; zero when it may be started.</summary>
    public TimeSpan Pause => _notBefore > time.GetUtcNow() ? _notBefore - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>It ended. The wait before the next start, or null when it ended too often: then <see cref="Pause"/> holds.</summary>
    /// <param name="lived">How long it had been ready; zero when it never was.</param>
    public TimeSpan? Ended(TimeSpan lived)
    {
        var now = time.GetUtcNow();
        if (lived >= s_healthy)
        {
            _failures = 0;
            _ends.Clear();
        }

        _ends.Enqueue(now);
        while (_ends.Peek() < now - s_stormWindow)
            _ends.Dequeue();
        if (_ends.Count >= StormEnds)
        {
            _ends.Clear();
            _failures = 0;
            _notBefore = now + s_stormPause;
            return null;
        }

        var wait = Math.Min(s_longest.TotalSeconds, s_first.TotalSeconds * Math.Pow(2, _failures++));
        return TimeSpan.FromSeconds(wait * (0.8 + (0.4 * random.NextDouble())));
    }
}
