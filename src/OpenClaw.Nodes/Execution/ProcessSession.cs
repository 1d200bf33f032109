namespace OpenClaw.Nodes.Execution;

/// <summary>A command that is running or has run, with what it printed. Safe from any thread.</summary>
public sealed class ProcessSession
{
    private readonly TimeProvider _time;
    private readonly ChildProcess _child;
    private readonly OutputCleaner _cleaner = new();
    private readonly long _started;
    private volatile bool _timedOut;
    private volatile bool _killed;
    private volatile bool _background;
    private volatile bool _over;

    internal ProcessSession(string id, ProcessOrder order, TimeProvider time)
    {
        Id = id;
        Order = order;
        _time = time;
        StartedAt = time.GetUtcNow();
        _started = time.GetTimestamp();
        _child = ChildProcess.Start(order.Start, Take);
        Completion = CompleteAsync();
    }

    /// <summary>Two words.</summary>
    public string Id { get; }

    /// <summary>What was asked for.</summary>
    public ProcessOrder Order { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Process id of the shell.</summary>
    public int Pid => _child.Id;

    /// <summary>What it printed.</summary>
    public OutputBuffer Output { get; } = new();

    /// <summary>Completes when it is over and its output complete.</summary>
    public Task Completion { get; }

    /// <summary>Completes when the shell itself has ended; what it left in the background may still run.</summary>
    public Task ShellExited => _child.Exited;

    /// <summary>How the shell ended; null while something runs.</summary>
    public ChildExit? Exit { get; private set; }

    /// <summary>True when it was ended because its time was over.</summary>
    public bool TimedOut => _timedOut;

    /// <summary>True when somebody ended it.</summary>
    public bool Killed => _killed;

    /// <summary>True while something of it runs.</summary>
    public bool IsRunning => !_over;

    /// <summary>True when nobody waits for it any more: its end is news.</summary>
    public bool InBackground => _background;

    /// <summary>How long it has run, or ran.</summary>
    public TimeSpan Runtime => (EndedAt ?? _time.GetUtcNow()) - StartedAt;

    /// <summary>Raised after output came, on the thread that read it.</summary>
    public event Action? Printed;

    /// <summary>Nobody waits any more.</summary>
    /// <returns>False: it was over already, so its result is to be handed out now.</returns>
    public bool Background()
    {
        lock (_cleaner)
        {
            _background |= !_over;
            return !_over;
        }
    }

    /// <summary>Writes to standard input; false when that is closed or takes nothing.</summary>
    public bool Write(ReadOnlySpan<byte> data) => IsRunning && _child.Write(data);

    /// <summary>Ends standard input.</summary>
    public void CloseInput() => _child.CloseInput();

    /// <summary>Ends it and all it started.</summary>
    public void Kill()
    {
        _killed = true;
        _child.KillTree();
    }

    private async Task CompleteAsync()
    {
        using (var deadline = new CancellationTokenSource(Order.Timeout, _time))
        using (deadline.Token.Register(TimeOut))
            Exit = await _child.Completion.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (_cleaner)
        {
            Output.Add(_cleaner.Push([], last: true));
            EndedAt = StartedAt + _time.GetElapsedTime(_started);
            _over = true;
        }

        Order.Ended?.Invoke(this);
    }

    private void TimeOut()
    {
        _timedOut = true;
        _child.KillTree();
    }

    private void Take(ReadOnlyMemory<byte> data)
    {
        lock (_cleaner)
            Output.Add(_cleaner.Push(data.Span));
        Printed?.Invoke();
    }
}
