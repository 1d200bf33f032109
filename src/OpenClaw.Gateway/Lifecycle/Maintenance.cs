using Microsoft.Extensions.Logging;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.Lifecycle;

/// <summary>The one clockwork of an idle gateway: a tick every 30 s, housekeeping at every second one. A fault in a chore costs that turn only.</summary>
/// <param name="broadcaster">Carries the ticks.</param>
/// <param name="settled">What is done once, shortly after the start.</param>
/// <param name="chores">What is done every minute, by name.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of faults.</param>
internal sealed class Maintenance(
    Broadcaster broadcaster, Action settled, IReadOnlyList<(string Name, Action Run)> chores, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Starts the clockwork.</summary>
    public void Start() => _loop = RunAsync(_stop.Token);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        using var settling = time.CreateTimer(_ => Do("settling", settled), null, s_settle, Timeout.InfiniteTimeSpan);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(ProtocolLimits.TickIntervalMs), time);
        for (var turn = 1; await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false); turn++)
        {
            broadcaster.Publish(ProtocolEvents.Tick, new TickEvent { Ts = time.GetUtcNow().ToUnixTimeMilliseconds() });
            if (turn % 2 != 0)
                continue;
            foreach (var (name, run) in chores)
                Do(name, run);
        }
    }

    private void Do(string name, Action run)
    {
        try
        {
            run();
        }
        catch (Exception e)
        {
            LifecycleLog.LoopFailed(logger, e, name);
        }
    }
}
