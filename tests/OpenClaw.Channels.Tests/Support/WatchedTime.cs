using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace OpenClaw.Channels.Tests.Support;

/// <summary>A clock that tests move by hand, and that tells when somebody began to wait: only then is it right to move it.</summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody waits that long; other waits before it are passed over.</summary>
    public async Task<TimeSpan> AwaitedAsync(double fromSeconds, double toSeconds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync(limit.Token);
            if (wait >= TimeSpan.FromSeconds(fromSeconds) && wait <= TimeSpan.FromSeconds(toSeconds))
                return wait;
        }
    }

    /// <summary>As <see cref="AwaitedAsync(double, double)"/>, and lets that time pass.</summary>
    public async Task PassAsync(double fromSeconds, double toSeconds) => Advance(await AwaitedAsync(fromSeconds, toSeconds));

    /// <summary>Waits until somebody waits exactly that long, and lets it pass.</summary>
    public Task PassAsync(double seconds) => PassAsync(seconds, seconds);
}
