namespace OpenClaw.Agents.Runs;

/// <summary>
/// A run in progress: numbers its events, makes sure there is one start and one end, and can be stopped in every phase.
/// </summary>
public sealed class AgentRun
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource<RunOutcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IRunObserver _observer;
    private readonly TimeProvider _time;
    private string _visible = string.Empty;
    private bool _ended;

    internal AgentRun(RunRequest request, IRunObserver observer, TimeProvider time, CancellationTokenSource stop)
    {
        _stop = stop;
        Request = request;
        _observer = observer;
        _time = time;
    }

    /// <summary>What was asked.</summary>
    public RunRequest Request { get; }

    /// <summary>Why it was stopped; null while it was not.</summary>
    public string? AbortReason { get; private set; }

    /// <summary>Number of the last event.</summary>
    public long LastSeq { get; private set; }

    /// <summary>Epoch milliseconds; null while it waits for its turn.</summary>
    public long? StartedAt { get; private set; }

    /// <summary>Ends when the run does. Never fails.</summary>
    public Task<RunOutcome> Completion => _done.Task;

    /// <summary>The work itself, held so that it can be awaited.</summary>
    internal Task? Work { get; set; }

    /// <summary>Cancelled when somebody stops the run.</summary>
    internal CancellationToken Stopping => _stop.Token;

    /// <summary>
    /// Stops the run; no further text is published, save what is being published at this moment. Null: it had already ended or was already stopped. Else the number its
    /// end event will carry.
    /// </summary>
    /// <param name="reason"><c>rpc</c>, <c>stop</c>, <c>timeout</c>, <c>shutdown</c>.</param>
    public long? Abort(string reason)
    {
        long seq;
        lock (_gate)
        {
            if (_ended || AbortReason is not null)
                return null;
            AbortReason = reason;

            // Still waiting: the start comes first, so the end is the one after it.
            seq = LastSeq + (StartedAt is null ? 2 : 1);
        }

        _stop.Cancel();
        return seq;
    }

    internal void Complete(RunOutcome outcome) => _done.TrySetResult(outcome);

    // Events come from the run's own flow alone, so they are in order without a lock around the observer.
    internal long Start()
    {
        long now;
        long seq;
        lock (_gate)
        {
            if (StartedAt is { } already)
                return already;
            now = Now();
            StartedAt = now;
            seq = ++LastSeq;
        }

        _observer.OnEvent(new RunEvent.Started(Request.RunId, Request.CallerKey, seq, now, now));
        return now;
    }

    /// <summary>A new assistant message begins: its text starts from nothing.</summary>
    internal void BeginMessage() => _visible = string.Empty;

    internal void Say(string visible)
    {
        if (visible.Length == 0 || visible == _visible)
            return;
        long seq;
        lock (_gate)
        {
            if (_ended || AbortReason is not null)
                return;
            seq = ++LastSeq;
        }

        var delta = visible.StartsWith(_visible, StringComparison.Ordinal) ? visible[_visible.Length..] : visible;
        _visible = visible;
        _observer.OnEvent(new RunEvent.AssistantText(Request.RunId, Request.CallerKey, seq, Now(), visible, delta));
    }

    /// <summary>Ends the run for those who stop or speak; the number of the last event is taken.</summary>
    /// <returns>Epoch milliseconds.</returns>
    internal long Close()
    {
        lock (_gate)
        {
            _ended = true;
            LastSeq++;
            return Now();
        }
    }

    /// <summary>Publishes the last event of a closed run.</summary>
    internal void PublishEnd(RunOutcome outcome) => _observer.OnEvent(outcome.Error is { } error
        ? new RunEvent.Failed(Request.RunId, Request.CallerKey, LastSeq, outcome.EndedAt, outcome.StartedAt, outcome.EndedAt, error)
        : new RunEvent.Ended(
            Request.RunId, Request.CallerKey, LastSeq, outcome.EndedAt, outcome.StartedAt, outcome.EndedAt, outcome.Text,
            outcome.Status == RunStatus.Aborted ? AbortReason : null));

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
