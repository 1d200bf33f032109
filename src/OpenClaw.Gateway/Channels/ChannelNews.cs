namespace OpenClaw.Gateway.Channels;

/// <summary>Gathers what accounts report: however many changes come at once, health is looked at once, half a second later. Safe from any thread.</summary>
internal sealed class ChannelNews : IDisposable
{
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(500);

    private readonly ITimer _timer;
    private int _pending;

    public ChannelNews(TimeProvider time) =>
        _timer = time.CreateTimer(_ => Pass(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Who is told.</summary>
    public Action Target { get; set; } = static () => { };

    /// <summary>Something changed.</summary>
    public void Tell()
    {
        if (Interlocked.Exchange(ref _pending, 1) == 0)
            _timer.Change(s_gather, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Pass()
    {
        Volatile.Write(ref _pending, 0);
        Target();
    }
}
