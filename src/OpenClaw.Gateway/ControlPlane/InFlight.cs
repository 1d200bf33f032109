namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Counts what is under way, so that a stop can wait for it.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _idle;
    private int _count;
    private long _total;

    /// <summary>How much is under way.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    /// <summary>How much was ever begun.</summary>
    public long Total
    {
        get
        {
            lock (_gate)
                return _total;
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            _count++;
            _total++;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_count > 0)
                return;
            _idle?.TrySetResult();
            _idle = null;
        }
    }

    /// <summary>Completes when nothing is under way.</summary>
    public Task WhenIdle()
    {
        lock (_gate)
        {
            if (_count == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }
}
