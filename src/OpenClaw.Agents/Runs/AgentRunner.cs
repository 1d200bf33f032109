using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// Runs agent turns (spec 08 §7): waits for the session's lane and then for the main lane, calls the model, stores what it said, and
/// accounts for it. Every run publishes one start and exactly one end or error, however it goes.
/// </summary>
public sealed class AgentRunner(
    AgentDirectory agents, RunPreparation preparation, ModelProviders providers, ToolBox tools, LaneScheduler lanes, IRunObserver observer, TimeProvider time)
    : IAsyncDisposable
{
    /// <summary>Runs in progress and waiting, all sessions together.</summary>
    public const int MaxRuns = 1000;

    private const string MainLane = "main";
    private const int MaxToolTurns = 8;
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, AgentRun> _runs = new(StringComparer.Ordinal);
    private volatile bool _stopping;

    /// <summary>What runs may use.</summary>
    public ToolBox Tools => tools;

    /// <summary>How finished runs ended.</summary>
    public FinishedRuns Finished { get; } = new(time);

    /// <summary>Runs now waiting or running.</summary>
    public int Active => _runs.Count;

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
        var run = new AgentRun(request, observer, time, new CancellationTokenSource());
        if (!_runs.TryAdd(request.RunId, run))
            return null;
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
        await done.WaitAsync(s_stopTimeout, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(AgentRun run)
    {
        var progress = new RunProgress();
        RunOutcome outcome;
        try
        {
            outcome = await InLanesAsync(run, progress).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            outcome = await CutShortAsync(run, progress).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException)
        {
            outcome = End(run, progress, RunStatus.Failed, string.Empty, problem.Message);
        }
        catch (Exception problem)
        {
            // A fault of ours must still end the run for everybody who waits for it.
            outcome = End(run, progress, RunStatus.Failed, string.Empty, $"{problem.GetType().Name}: {problem.Message}", problem);
        }

        Finished.Wake(run.Request.RunId, RunEnd.Of(outcome));
        _runs.TryRemove(run.Request.RunId, out _);
        run.Complete(outcome);
    }

    private async Task<RunOutcome> InLanesAsync(AgentRun run, RunProgress progress)
    {
        var limit = run.Request.Timeout ?? TimeSpan.FromSeconds(Math.Max(1, agents.Config.Agents.Defaults.TimeoutSeconds));
        progress.Limit = limit;
        var arrived = time.GetTimestamp();
        using var queueLimit = new CancellationTokenSource(limit, time);
        using var queueing = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping, queueLimit.Token);
        // The place in the line is taken on the caller's thread, everything after it happens on another.
        using var session = await lanes.EnterAsync($"session:{run.Request.SessionKey}", 1, queueing.Token)
            .ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (session is null)
            return End(run, progress, RunStatus.Failed, string.Empty, "too many messages are waiting in this session");
        using var main = await lanes.EnterAsync(MainLane, agents.Config.Agents.Defaults.MaxConcurrent, queueing.Token).ConfigureAwait(false);
        if (main is null)
            return End(run, progress, RunStatus.Failed, string.Empty, "too many runs are waiting (agents.defaults.maxConcurrent)");
        progress.Queued = time.GetElapsedTime(arrived);
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping, deadline.Token);
        return await InsideAsync(run, progress, either.Token).ConfigureAwait(false);
    }

    private async Task<RunOutcome> InsideAsync(AgentRun run, RunProgress progress, CancellationToken ct)
    {
        try
        {
            var (prepared, problem) = await preparation.PrepareAsync(run.Request, ct).ConfigureAwait(false);
            if (prepared is null)
                return End(run, progress, RunStatus.Failed, string.Empty, problem!);
            progress.Prepared = prepared;
            run.Start();
            if (providers.For(prepared.Call.Model.Api) is not { } provider)
                return End(run, progress, RunStatus.Failed, string.Empty, $"models.providers.{prepared.Call.Model.Ref.Provider}.api: \"{prepared.Call.Model.Api}\" "
                    + $"is not supported by this release; use {ModelApis.OpenAiCompletions} or {ModelApis.AnthropicMessages}");
            return await TurnsAsync(run, progress, provider, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Still inside the lanes: the partial answer is stored before the next run of this session reads the transcript.
            return await CutShortAsync(run, progress).ConfigureAwait(false);
        }
    }

    private async Task<RunOutcome> TurnsAsync(AgentRun run, RunProgress progress, IModelProvider provider, CancellationToken ct)
    {
        var prepared = progress.Prepared!;
        var call = prepared.Call;
        for (var turn = 1; ; turn++)
        {
            progress.Turn = new ModelTurn(provider, run, time);
            var (answer, error) = await progress.Turn.RunAsync(call, ct).ConfigureAwait(false);
            if (error is not null)
            {
                await StoreAsync(prepared, answer?.Content ?? Parts(progress.Turn.Partial), answer?.Usage ?? default, StopReasons.Error, error.Message)
                    .ConfigureAwait(false);
                return End(run, progress, RunStatus.Failed, string.Empty, Explain(error));
            }

            progress.Usage = (progress.Usage ?? default) + answer!.Usage;
            progress.LastCall = answer.Usage;
            await StoreAsync(prepared, answer.Content, answer.Usage, answer.StopReason, null).ConfigureAwait(false);
            progress.Turn = null;
            progress.Text = ReplyText.Final(Text(answer.Content));
            var calls = answer.Content.OfType<ContentPart.ToolCall>().ToList();
            if (calls.Count == 0 || turn == MaxToolTurns)
                break;
            call = call with { Messages = await RefuseToolsAsync(prepared, call.Messages, answer, calls, ct).ConfigureAwait(false) };
        }

        await AccountAsync(run, progress).ConfigureAwait(false);
        return End(run, progress, RunStatus.Completed, progress.Text);
    }

    /// <summary>No tools exist in this release: every call is answered so, and the model goes on (spec 08 §9).</summary>
    private async Task<IReadOnlyList<ModelMessage>> RefuseToolsAsync(
        PreparedRun prepared, IReadOnlyList<ModelMessage> messages, ModelEvent.Done answer, List<ContentPart.ToolCall> calls, CancellationToken ct)
    {
        List<ModelMessage> next = [.. messages, new ModelMessage.Assistant(answer.Content, prepared.Call.Model.Ref.Provider, prepared.Call.Model.Ref.Id)];
        foreach (var call in calls)
        {
            var text = $"Tool {call.Name} not found";
            await prepared.Transcript.AppendMessageAsync(
                MessageJson.ToolResult(call.Id, call.Name, text, isError: true, time.GetUtcNow()), ct).ConfigureAwait(false);
            next.Add(new ModelMessage.ToolResult(call.Id, call.Name, [new ContentPart.Text(text)], IsError: true));
        }

        return next;
    }

    private async Task<RunOutcome> CutShortAsync(AgentRun run, RunProgress progress)
    {
        var timedOut = run.AbortReason is null;
        var reason = timedOut ? $"the run did not finish within {progress.Limit.TotalSeconds:0} s" : null;
        var partial = progress.Turn?.Partial ?? string.Empty;
        if (progress.Prepared is { } prepared && partial.Length > 0)
            await StoreAsync(prepared, Parts(partial), default, StopReasons.Aborted, reason).ConfigureAwait(false);
        if (progress.Prepared is { } known)
            await preparation.Store.TryUpdateAsync(
                run.Request.SessionKey, (entry, _) => Mark(entry, known.SessionId, run.AbortReason is not (null or "shutdown")), CancellationToken.None).ConfigureAwait(false);
        var text = partial.Length > 0 ? ReplyText.Final(partial) : progress.Text;
        return End(run, progress, timedOut ? RunStatus.TimedOut : RunStatus.Aborted, text, reason);
    }

    private static string? Mark(JsonObject entry, string sessionId, bool aborted)
    {
        if (!IsSession(entry, sessionId))
            return "the session has moved on";
        entry["abortedLastRun"] = aborted;
        return null;
    }

    private async Task AccountAsync(AgentRun run, RunProgress progress)
    {
        var prepared = progress.Prepared!;
        await preparation.Store.TryUpdateAsync(
            run.Request.SessionKey,
            (entry, _) =>
            {
                // Reset or deleted meanwhile: this run's numbers belong to a session that is gone.
                if (!IsSession(entry, prepared.SessionId))
                    return "the session has moved on";
                entry["sessionFile"] = prepared.Transcript.FilePath;
                if (!entry.ContainsKey("compactionCount"))
                    entry["compactionCount"] = 0;
                entry["inputTokens"] = progress.Usage?.Input ?? 0;
                entry["outputTokens"] = progress.Usage?.Output ?? 0;
                entry["totalTokens"] = progress.LastCall.Prompt;
                entry["modelProvider"] = prepared.Call.Model.Ref.Provider;
                entry["model"] = prepared.Call.Model.Ref.Id;
                entry["contextTokens"] = prepared.ContextTokens;
                entry["systemPromptReport"] = JsonNode.Parse(prepared.PromptReport.GetRawText());
                return null;
            },
            CancellationToken.None).ConfigureAwait(false);
    }

    private static bool IsSession(JsonObject entry, string sessionId) =>
        entry["sessionId"] is JsonValue value && value.TryGetValue<string>(out var id) && id == sessionId;

    private async Task StoreAsync(PreparedRun prepared, IReadOnlyList<ContentPart> content, TokenUsage usage, string stopReason, string? error)
    {
        var model = prepared.Call.Model;
        var record = new AssistantRecord(
            content, model.Api, model.Ref.Provider, model.Ref.Id, usage, model.Price.Of(usage), stopReason, error);

        // Not cancellable: what was said is stored, also when the run was stopped.
        await prepared.Transcript.AppendMessageAsync(MessageJson.Assistant(record, time.GetUtcNow()), CancellationToken.None).ConfigureAwait(false);
    }

    // Known to everybody who may ask before anybody hears of it: a client that saw the end must find the outcome.
    private RunOutcome End(AgentRun run, RunProgress progress, RunStatus status, string text, string? error = null, Exception? fault = null)
    {
        var startedAt = run.Start();
        var outcome = progress.Outcome(status, startedAt, run.Close()) with { Text = text, Error = error, Fault = fault };
        Finished.Add(run.Request.RunId, RunEnd.Of(outcome));
        run.Request.Settled?.Invoke(run.Request, outcome);
        run.PublishEnd(outcome);
        return outcome;
    }

    private static string Explain(ModelError error) => error.Kind == ModelErrorKind.ContextOverflow
        ? $"{error.Message}: the conversation no longer fits the model; start a new session (sessions.reset) or choose a model with a larger window"
        : error.Message;

    private static string Text(IReadOnlyList<ContentPart> content) =>
        string.Concat(content.OfType<ContentPart.Text>().Select(static part => part.Value));

    private static IReadOnlyList<ContentPart> Parts(string text) => text.Length == 0 ? [] : [new ContentPart.Text(text)];
}
