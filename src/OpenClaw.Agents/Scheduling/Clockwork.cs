using System.Threading.Channels;

namespace OpenClaw.Agents.Scheduling;

/// <summary>
/// One loop and one timer: does a turn, sleeps until the time the turn names, or until somebody wakes it. It never sleeps longer than a
/// minute, so that a clock that was set, or a machine that slept, is noticed; and never turns more often than there is a reason to.
/// </summary>
/// <param name="time">Clock.</param>
/// <param name="turn">Does what is due and returns when it has to look again, epoch milliseconds. It must not throw.</param>
internal sealed class Clockwork(TimeProvider time, Func<CancellationToken, Task<long>> turn) : IAsyncDisposable
{
    private const long MaxSleepMs = 60_000;
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;
    private long _wakes;
    private long _heeded = -1;
    private long _armedForMs;

    /// <summary>Cancelled when it stops.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>When it wakes by itself, epoch milliseconds.</summary>
    public long ArmedForMs => Volatile.Read(ref _armedForMs);

    /// <summary>Turns so far.</summary>
    public long Turns { get; private set; }

    /// <summary>True when every call to <see cref="Wake"/>, the timer's included, has been followed by a whole turn.</summary>
    public bool IsSettled => Interlocked.Read(ref _heeded) == Interlocked.Read(ref _wakes) && ArmedForMs > NowMs();

    /// <summary>Calls to <see cref="Wake"/> so far.</summary>
    public long Wakes => Interlocked.Read(ref _wakes);

    /// <summary>Starts it.</summary>
    public void Start() => _loop = Task.Run(() => LoopAsync(_stop.Token));

    /// <summary>Has it turn soon. Safe from any thread; many calls make one turn.</summary>
    public void Wake()
    {
        Interlocked.Increment(ref _wakes);
        _signal.Writer.TryWrite(true);
    }

    /// <summary>Ends the loop.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LoopAsync(CancellationToken ct)
    {
        var timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            while (!ct.IsCancellationRequested)
            {
                var heeded = Interlocked.Read(ref _wakes);
                var next = await turn(ct).ConfigureAwait(false);
                Turns++;
                var now = NowMs();
                var sleep = Math.Clamp(next - now, 1, MaxSleepMs);
                timer.Change(TimeSpan.FromMilliseconds(sleep), Timeout.InfiniteTimeSpan);
                Volatile.Write(ref _armedForMs, now + sleep);
                Interlocked.Exchange(ref _heeded, heeded);
                await _signal.Reader.ReadAsync(ct).ConfigureAwait(false);
            }
        }
    }

    private long NowMs() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
