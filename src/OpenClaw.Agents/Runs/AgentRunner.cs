using System.Collections.Concurrent;
using OpenClaw.Agents.Context;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// Runs agent turns (spec 08 §7): each waits for its lanes, is prepared, goes through the <see cref="TurnLoop"/> and is accounted for. Every
/// run publishes one start and exactly one end or error, however it goes.
/// </summary>
public sealed class AgentRunner : IAsyncDisposable
{
    /// <summary>Runs in progress and waiting, all sessions together.</summary>
    public const int MaxRuns = 1000;

    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, AgentRun> _runs = new(StringComparer.Ordinal);
    private readonly AgentDirectory _agents;
    private readonly RunPreparation _preparation;
    private readonly IRunObserver _observer;
    private readonly TimeProvider _time;
    private readonly RunQueue _queue;
    private readonly RunRecords _records;
    private readonly TurnLoop _loop;
    private readonly RunEnding _ending;
    private readonly MemoryFlushTurn _flush;
    private readonly RunJournal? _journal;
    private volatile bool _stopping;
    private long _total;

    /// <summary>Makes a runner; nothing starts.</summary>
    /// <param name="agents">Limits and time-outs.</param>
    /// <param name="preparation">Gathers what a run needs.</param>
    /// <param name="providers">Model servers.</param>
    /// <param name="lanes">Waiting lines.</param>
    /// <param name="observer">Hears every event.</param>
    /// <param name="time">Clock.</param>
    /// <param name="compactor">Shortens conversations that have become too long; null: they fail.</param>
    /// <param name="journal">Where runs in progress are written down; null: nowhere.</param>
    public AgentRunner(
        AgentDirectory agents, RunPreparation preparation, ModelProviders providers, LaneScheduler lanes, IRunObserver observer, TimeProvider time,
        ICompactor? compactor = null, RunJournal? journal = null)
    {
        ArgumentNullException.ThrowIfNull(preparation);
        (_agents, _preparation, _observer, _time, _journal) = (agents, preparation, observer, time, journal);
        _queue = new RunQueue(agents, lanes);
        _records = new RunRecords(preparation.Store, time);
        var tools = new ToolRound(_records, journal, time);
        _loop = new TurnLoop(providers, preparation, _records, tools, compactor, time);
        _flush = new MemoryFlushTurn(preparation, _loop, _records, time);
        Finished = new FinishedRuns(time);
        _ending = new RunEnding(Finished, _records, tools);
    }

    /// <summary>What runs may use.</summary>
    public ToolBox Tools => _preparation.Tools;

    /// <summary>How finished runs ended.</summary>
    public FinishedRuns Finished { get; }

    /// <summary>Runs now waiting or running.</summary>
    public int Active => _runs.Count;

    /// <summary>Runs taken since the start.</summary>
    public long Total => Interlocked.Read(ref _total);

    /// <summary>The run with this id, while it has not ended.</summary>
    public AgentRun? Find(string runId) => _runs.GetValueOrDefault(runId);

    /// <summary>Runs of a session that have not ended.</summary>
    public IReadOnlyList<AgentRun> Of(string canonicalKey) => [.. _runs.Values.Where(run => run.Request.SessionKey == canonicalKey)];

    /// <summary>
    /// Takes the id for a run that <see cref="Begin"/> starts, so that its caller can be answered in between. Null: a run with this id
    /// is going on, too many are, or the gateway is stopping.
    /// </summary>
    public AgentRun? Reserve(RunRequest request)
    {
        if (_stopping || _runs.Count >= MaxRuns)
            return null;
        var run = new AgentRun(request, _observer, _time, new CancellationTokenSource());
        if (!_runs.TryAdd(request.RunId, run))
            return null;
        Interlocked.Increment(ref _total);
        if (_stopping)
            run.Abort("shutdown");
        return run;
    }

    /// <summary>Starts a reserved run. It stands in its session's line when this returns: runs come in the order in which they began.</summary>
    public void Begin(AgentRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        run.Work = RunAsync(run);
    }

    /// <summary>Stops all runs, lets each publish its end, and takes no new ones.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping = true;
        var all = _runs.Values.ToList();
        foreach (var run in all)
            run.Abort("shutdown");
        Task done = Task.WhenAll(all.Select(static run => run.Completion));
        await done.WaitAsync(s_stopTimeout, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(AgentRun run)
    {
        var progress = new RunProgress();
        RunOutcome outcome;
        try
        {
            _journal?.Began(run.Request);
            outcome = await InLanesAsync(run, progress).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            outcome = await _ending.CutShortAsync(run, progress).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // Only when even the end could not be written down; everybody who waits for the run still hears of it.
            outcome = _ending.End(run, progress, RunStatus.Failed, string.Empty, $"{problem.GetType().Name}: {problem.Message}", problem);
        }

        Forget(run);
        Finished.Wake(run.Request.RunId, RunEnd.Of(outcome));
        _runs.TryRemove(run.Request.RunId, out _);
        run.Complete(outcome);
    }

    /// <summary>A run that the gateway itself cut off is still owed: the next start tells of it or begins it anew.</summary>
    private void Forget(AgentRun run)
    {
        if (run.AbortReason != "shutdown")
            _journal?.Ended(run.Request.RunId);
    }

    private async Task<RunOutcome> InLanesAsync(AgentRun run, RunProgress progress)
    {
        var limit = run.Request.Timeout ?? TimeSpan.FromSeconds(Math.Max(1, _agents.Config.Agents.Defaults.TimeoutSeconds));
        progress.Limit = limit;
        var arrived = _time.GetTimestamp();
        using var queueLimit = new CancellationTokenSource(limit, _time);
        using var queueing = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping, queueLimit.Token);
        var (place, full) = await _queue.EnterAsync(run.Request, queueing.Token).ConfigureAwait(false);
        if (place is null)
            return _ending.End(run, progress, RunStatus.Failed, string.Empty, full);

        // The lanes are left only after the end is stored and published: the next run of this session reads the whole transcript.
        using (place)
        {
            progress.Queued = _time.GetElapsedTime(arrived);
            using var deadline = new CancellationTokenSource(limit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping, deadline.Token);
            return await InsideAsync(run, progress, either.Token).ConfigureAwait(false);
        }
    }

    private async Task<RunOutcome> InsideAsync(AgentRun run, RunProgress progress, CancellationToken ct)
    {
        try
        {
            await _flush.RunIfDueAsync(run.Request, ct).ConfigureAwait(false);
            var (prepared, problem) = await _preparation.PrepareAsync(run.Request, ct).ConfigureAwait(false);
            if (prepared is null)
                return _ending.End(run, progress, RunStatus.Failed, string.Empty, problem);
            progress.Prepared = prepared;
            run.Start();
            if (await _loop.RunAsync(run, progress, ct).ConfigureAwait(false) is { } failure)
                return _ending.End(run, progress, RunStatus.Failed, string.Empty, failure);
            await _records.AccountAsync(run.Request, progress).ConfigureAwait(false);
            await _preparation.AnsweredAsync(progress.Prepared!).ConfigureAwait(false);
            await _loop.CompactIfDueAsync(run, progress, ct).ConfigureAwait(false);
            return _ending.End(run, progress, RunStatus.Completed, progress.Text);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return await _ending.CutShortAsync(run, progress).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return await _ending.FailAsync(run, progress, problem.Message).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // A fault of ours must still end the run for everybody who waits for it.
            return await _ending.FailAsync(run, progress, $"{problem.GetType().Name}: {problem.Message}", problem).ConfigureAwait(false);
        }
    }
}
