using System.Collections.Concurrent;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Subagents;

/// <summary>
/// Starts sub-agents, waits for them, has their reports passed on and their sessions put away (spec 08 §20). One that was cut off by the end
/// of the gateway is taken up at the next start.
/// </summary>
/// <param name="registry">Which ones there are.</param>
/// <param name="runner">Runs them.</param>
/// <param name="store">Their sessions.</param>
/// <param name="reports">Passes their reports on.</param>
/// <param name="time">Clock.</param>
public sealed class SubagentDesk(SubagentRegistry registry, AgentRunner runner, SessionStore store, SubagentReports reports, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Sub-agents of one session that may be at work at the same time.</summary>
    public const int MaxActive = 50;

    private const long DefaultArchiveMinutes = 60;
    private const string Shutdown = "shutdown";
    private const string CutOff = "the gateway was restarted before it was finished";
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Task> _watching = new(StringComparer.Ordinal);
    private readonly SessionLife _life = new(store);
    private readonly CancellationTokenSource _stop = new();
    private Task _sweeping = Task.CompletedTask;

    /// <summary>The sub-agents of a session, the oldest first.</summary>
    public IReadOnlyList<SubagentRecord> Of(string requesterKey) => registry.Of(requesterKey);

    /// <summary>Starts one. It runs as soon as its lane has room; the report comes by itself.</summary>
    /// <returns>What was started, or why nothing was.</returns>
    public async Task<(SubagentRecord? Record, string? Problem)> SpawnAsync(SubagentOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (SessionKeys.IsSubagent(order.RequesterKey))
            return (null, "a sub-agent cannot start sub-agents");
        if (registry.Of(order.RequesterKey).Count(static record => record.EndedAt is null) >= MaxActive)
            return (null, $"{MaxActive} sub-agents of this session are at work; wait for one to end");
        var (runId, childKey) = (Guid.NewGuid().ToString(), SessionKeys.Of(order.AgentId, $"subagent:{Guid.NewGuid()}"));
        await store.TryUpdateAsync(
            childKey,
            (entry, others) =>
            {
                entry["spawnedBy"] = order.RequesterKey;
                if (order.Label is { } label && !others.Any(pair => pair.Value?["label"]?.ToString() == label))
                    entry["label"] = label;
                return null;
            },
            ct).ConfigureAwait(false);
        var now = Now();
        var minutes = store.Agents.Config.Agents.Defaults.Subagents.ArchiveAfterMinutes ?? DefaultArchiveMinutes;
        var record = new SubagentRecord
        {
            RunId = runId,
            ChildSessionKey = childKey,
            RequesterSessionKey = order.RequesterKey,
            RequesterDisplayKey = order.DisplayKey ?? order.RequesterKey,
            RequesterOrigin = order.Origin,
            Task = order.Task,
            Label = order.Label,
            Cleanup = order.Delete ? "delete" : "keep",
            CreatedAt = now,
            StartedAt = now,
            ArchiveAtMs = now + (minutes * 60_000),
        };
        var caller = order.Caller with { Origin = RunOrigin.Agent };
        if (runner.Reserve(Request(order, record, caller)) is not { } run)
        {
            await _life.DeleteAsync(childKey, withTranscript: true, CancellationToken.None).ConfigureAwait(false);
            return (null, "too many runs are in progress; try again in a moment");
        }

        await registry.AddAsync(record).ConfigureAwait(false);
        Watch(run);
        runner.Begin(run);
        return (record, null);
    }

    /// <summary>Stops those of a session that are at work; they report nothing.</summary>
    /// <returns>How many were stopped.</returns>
    public int StopOf(string requesterKey) => registry.Of(requesterKey).Count(record => Stop(record.RunId));

    /// <summary>Stops one; it reports nothing. False: it is not at work.</summary>
    public bool Stop(string runId) => registry.Find(runId) is { EndedAt: null } && runner.Find(runId)?.Abort("stop") is not null;

    /// <summary>Takes up what the last gateway left, and begins to put old sessions away. Call when cut-off runs have been dealt with.</summary>
    public void Start()
    {
        registry.Load();
        foreach (var record in registry.All)
        {
            if (record.CleanupHandled == true)
                continue;
            if (record.EndedAt is null && runner.Find(record.RunId) is { } run)
                Watch(run);
            else
                Hold(record.RunId, () => EndAsync(record.RunId, record.Outcome ?? new SubagentOutcome { Status = "error", Error = CutOff }, null, null));
        }

        _sweeping = SweepAsync();
    }

    /// <summary>Puts away what is due now.</summary>
    public async Task SweepOnceAsync()
    {
        var now = Now();
        foreach (var record in registry.All.Where(record => record.EndedAt is not null && record.ArchiveAtMs <= now))
            await ForgetAsync(record).ConfigureAwait(false);
    }

    /// <summary>Completes when every sub-agent that is at work now has ended and reported.</summary>
    internal Task SettledAsync() => Task.WhenAll(_watching.Values);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Task all = Task.WhenAll([_sweeping, .. _watching.Values]);
        await all.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        registry.Dispose();
    }

    private static RunRequest Request(SubagentOrder order, SubagentRecord record, RunCaller caller) => new()
    {
        RunId = record.RunId,
        SessionKey = record.ChildSessionKey,
        CallerKey = record.ChildSessionKey,
        Caller = caller,
        Message = order.Task,
        Lane = RunLanes.Subagent,
        PromptMode = Prompts.PromptMode.Minimal,
        ExtraSystemPrompt = SubagentTexts.Context(order, record.ChildSessionKey),
        Model = order.Model,
        Thinking = order.Thinking,
        Timeout = order.Timeout,
        Channel = order.Origin?.Channel,
    };

    private void Watch(AgentRun run) => Hold(run.Request.RunId, async () =>
    {
        var outcome = await run.Completion.ConfigureAwait(false);

        // The next gateway takes it up: whether it runs again or is reported as cut off is decided there.
        if (run.AbortReason == Shutdown)
            return;
        await EndAsync(run.Request.RunId, Ending(outcome), outcome, run.Request.Caller).ConfigureAwait(false);
    });

    private void Hold(string runId, Func<Task> work)
    {
        // The task takes itself out, which it must not do before it is in.
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _watching[runId] = RunAsync();
        held.SetResult();

        async Task RunAsync()
        {
            await held.Task.ConfigureAwait(false);
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            finally
            {
                _watching.TryRemove(runId, out _);
            }
        }
    }

    private async Task EndAsync(string runId, SubagentOutcome ending, RunOutcome? outcome, RunCaller? caller)
    {
        var stopped = outcome?.Status == RunStatus.Aborted;
        var mine = await registry.TryUpdateAsync(runId, record => record.CleanupHandled == true ? null : record with
        {
            StartedAt = outcome?.StartedAt ?? record.StartedAt,
            EndedAt = record.EndedAt ?? outcome?.EndedAt ?? Now(),
            Outcome = record.Outcome ?? ending,
            CleanupHandled = true,
        }).ConfigureAwait(false);
        if (!mine || registry.Find(runId) is not { } ended)
            return;
        if (!stopped && !await reports.PassOnAsync(ended, outcome, caller, _stop.Token).ConfigureAwait(false))
        {
            // Nobody could be told; the next start tries again.
            await registry.UpdateAsync(runId, static record => record with { CleanupHandled = false }).ConfigureAwait(false);
            return;
        }

        if (ended.Cleanup == "delete")
            await ForgetAsync(ended).ConfigureAwait(false);
        else
            await registry.UpdateAsync(runId, record => record with { CleanupCompletedAt = Now() }).ConfigureAwait(false);
    }

    private static SubagentOutcome Ending(RunOutcome outcome) => outcome.Status switch
    {
        RunStatus.Completed => new SubagentOutcome { Status = "ok" },
        RunStatus.TimedOut => new SubagentOutcome { Status = "timeout", Error = outcome.Error },
        RunStatus.Aborted => new SubagentOutcome { Status = "error", Error = "stopped" },
        _ => new SubagentOutcome { Status = "error", Error = outcome.Error },
    };

    private async Task ForgetAsync(SubagentRecord record)
    {
        await _life.DeleteAsync(record.ChildSessionKey, withTranscript: true, CancellationToken.None).ConfigureAwait(false);
        await registry.RemoveAsync(record.RunId).ConfigureAwait(false);
    }

    private async Task SweepAsync()
    {
        using var timer = new PeriodicTimer(s_sweep, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
                await SweepOnceAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
