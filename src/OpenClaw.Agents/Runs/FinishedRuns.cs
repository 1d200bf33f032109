using OpenClaw.Protocol;

namespace OpenClaw.Agents.Runs;

/// <summary>Remembers how runs ended, and lets callers wait for it (<c>agent.wait</c>, spec 02 §4). Also for runs not yet known.</summary>
public sealed class FinishedRuns(TimeProvider time)
{
    // Ten minutes of runs at one and a half per second; the oldest go first.
    private const int MaxRemembered = 1000;
    private const int MaxWaiters = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, RunEnd> _ends = new(StringComparer.Ordinal);
    private readonly Queue<(string RunId, DateTimeOffset At)> _order = new();
    private readonly Dictionary<string, List<TaskCompletionSource<RunEnd>>> _waiters = new(StringComparer.Ordinal);
    private int _waiting;

    /// <summary>How the run ended; null when that is not known before the time is over.</summary>
    public async Task<RunEnd?> WaitAsync(string runId, TimeSpan timeout, CancellationToken ct)
    {
        TaskCompletionSource<RunEnd> waiter;
        lock (_gate)
        {
            Forget();
            if (_ends.TryGetValue(runId, out var known))
                return known;
            if (timeout <= TimeSpan.Zero || _waiting >= MaxWaiters)
                return null;
            waiter = new TaskCompletionSource<RunEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_waiters.TryGetValue(runId, out var list))
                _waiters[runId] = list = [];
            list.Add(waiter);
            _waiting++;
        }

        try
        {
            return await waiter.Task.WaitAsync(timeout, time, ct).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            lock (_gate)
            {
                _waiting--;
                if (_waiters.TryGetValue(runId, out var list) && list.Remove(waiter) && list.Count == 0)
                    _waiters.Remove(runId);
            }
        }
    }

    /// <summary>As for a run that ended: for what was accepted under a run's name and answered without one.</summary>
    public void Report(string runId, RunEnd end)
    {
        Add(runId, end);
        Wake(runId, end);
    }

    /// <summary>From now on it is known how the run ended. Those who wait already are woken later, when its last event is out.</summary>
    internal void Add(string runId, RunEnd end)
    {
        lock (_gate)
        {
            Forget();
            _ends[runId] = end;
            _order.Enqueue((runId, time.GetUtcNow()));
        }
    }

    /// <summary>Tells those who wait.</summary>
    internal void Wake(string runId, RunEnd end)
    {
        List<TaskCompletionSource<RunEnd>> waiters;
        lock (_gate)
            waiters = _waiters.TryGetValue(runId, out var waiting) ? [.. waiting] : [];
        foreach (var waiter in waiters)
            waiter.TrySetResult(end);
    }

    private void Forget()
    {
        var oldest = time.GetUtcNow() - TimeSpan.FromMilliseconds(ProtocolLimits.FinishedRunTtlMs);
        while (_order.TryPeek(out var first) && (first.At < oldest || _order.Count >= MaxRemembered))
        {
            _order.Dequeue();
            _ends.Remove(first.RunId);
        }
    }
}
