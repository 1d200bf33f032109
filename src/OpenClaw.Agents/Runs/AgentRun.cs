using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// A run in progress: numbers its events, makes sure there is one start and one end, can be stopped in every phase, and takes what is said
/// to it while it works.
/// </summary>
public sealed class AgentRun
{
    private const int MaxSteering = 20;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource<RunOutcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<SteeringMessage> _said = new();
    private readonly IRunObserver _observer;
    private readonly TimeProvider _time;
    private ReadOnlyMemory<char> _visible;
    private bool _listening;
    private bool _compacting;
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

    /// <summary>True when something was said that the model has not seen.</summary>
    internal bool HasSteering
    {
        get
        {
            lock (_gate)
                return _said.Count > 0;
        }
    }

    /// <summary>
    /// Stops the run; nothing more of it is published but its end, save what is being published at this moment. Null: it had already ended
    /// or was already stopped. Else the number its end event will carry.
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

            // Still waiting: the start comes first, so the end is the one after it. A compaction in progress is ended first too.
            seq = LastSeq + (StartedAt is null || _compacting ? 2 : 1);
        }

        _stop.Cancel();
        return seq;
    }

    /// <summary>
    /// Says something to the run while it works: the model sees it after the tool call in progress, the calls after that one are skipped, or
    /// when its answer is complete (spec 08 §7.4). False: the run has not reached its model yet, is being compacted, is ending, or has too
    /// much to hear already; then nothing was taken.
    /// </summary>
    public bool TrySteer(string text, IReadOnlyList<ContentPart.Image>? images = null, string? messageId = null, string? promptId = null)
    {
        lock (_gate)
        {
            if (!_listening || _compacting || _ended || AbortReason is not null || _said.Count >= MaxSteering)
                return false;
            _said.Enqueue(new SteeringMessage(text, images ?? [], messageId, promptId));
            return true;
        }
    }

    internal void Complete(RunOutcome outcome) => _done.TrySetResult(outcome);

    /// <summary>From now on <see cref="TrySteer"/> takes messages.</summary>
    internal void Listen()
    {
        lock (_gate)
            _listening = true;
    }

    /// <summary>Takes what was said, oldest first.</summary>
    /// <param name="last">True: when nothing was said, nothing is taken any more, because the run is about to end.</param>
    internal IReadOnlyList<SteeringMessage> TakeSteering(bool last)
    {
        lock (_gate)
        {
            if (last && _said.Count == 0)
                _listening = false;
            SteeringMessage[] all = [.. _said];
            _said.Clear();
            return all;
        }
    }

    // Events come from the run's own flow alone, or from the tool it waits for, so they are in order without a lock around the observer.
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

        _observer.OnEvent(new RunEvent.Started(Request.RunId, Request.CallerKey, seq, now, now, Request is { IsHeartbeat: true, ShowHeartbeat: false }));
        return now;
    }

    /// <summary>A new assistant message begins: its text starts from nothing.</summary>
    internal void BeginMessage() => _visible = default;

    internal void Say(ReadOnlyMemory<char> visible)
    {
        var follows = visible.Span.StartsWith(_visible.Span);
        if (visible.Length == 0 || (follows && visible.Length == _visible.Length) || Next() is not { } seq)
            return;
        var delta = follows ? visible[_visible.Length..] : visible;
        _visible = visible;
        _observer.OnEvent(new RunEvent.AssistantText(Request.RunId, Request.CallerKey, seq, Now(), visible, delta));
    }

    internal void ToolStarted(ContentPart.ToolCall call, JsonElement arguments)
    {
        if (Next() is { } seq)
            _observer.OnEvent(new RunEvent.ToolStarted(Request.RunId, Request.CallerKey, seq, Now(), call.Name, call.Id, arguments));
    }

    internal void ToolUpdated(ContentPart.ToolCall call, ToolResult partial)
    {
        if (Next() is { } seq)
            _observer.OnEvent(new RunEvent.ToolUpdated(Request.RunId, Request.CallerKey, seq, Now(), call.Name, call.Id, partial));
    }

    internal void ToolFinished(ContentPart.ToolCall call, string? meta, ToolResult result)
    {
        if (Next() is { } seq)
            _observer.OnEvent(new RunEvent.ToolFinished(Request.RunId, Request.CallerKey, seq, Now(), call.Name, call.Id, meta, result));
    }

    /// <summary>Tells that the conversation is being shortened; false when the run was stopped, and then it must not be.</summary>
    internal bool CompactionStarted()
    {
        long seq;
        lock (_gate)
        {
            if (_ended || AbortReason is not null)
                return false;
            _compacting = true;
            seq = ++LastSeq;
        }

        _observer.OnEvent(new RunEvent.CompactionStarted(Request.RunId, Request.CallerKey, seq, Now()));
        return true;
    }

    /// <summary>Follows every <see cref="CompactionStarted"/>, also in a stopped run.</summary>
    internal void CompactionEnded(bool willRetry)
    {
        long seq;
        lock (_gate)
        {
            _compacting = false;
            seq = ++LastSeq;
        }

        _observer.OnEvent(new RunEvent.CompactionEnded(Request.RunId, Request.CallerKey, seq, Now(), willRetry));
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

    /// <summary>Number for an event; null when the run was stopped or has ended, and then it is not published.</summary>
    private long? Next()
    {
        lock (_gate)
            return _ended || AbortReason is not null ? null : ++LastSeq;
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
