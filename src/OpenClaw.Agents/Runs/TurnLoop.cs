using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// The agent loop (spec 08 §9): ask the model, store what it said, use the tools it wants, ask again, until it wants none. No number of
/// steps ends it; the deadline and the window do.
/// </summary>
internal sealed class TurnLoop(ModelProviders providers, RunPreparation preparation, RunRecords records, ToolRound tools, ICompactor? compactor, TimeProvider time)
{
    private static readonly JsonElement s_noArguments = JsonDocument.Parse("{}").RootElement.Clone();
    private static readonly TimeSpan s_afterCompaction = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs to the answer. Null: it is there; else why there is none.</summary>
    public async Task<string?> RunAsync(AgentRun run, RunProgress progress, CancellationToken ct)
    {
        progress.Messages = [.. progress.Prepared!.Call.Messages];
        run.Listen();
        while (true)
        {
            var (answer, problem) = await AskAsync(run, progress, ct).ConfigureAwait(false);
            if (answer is null)
                return problem;
            var calls = await TakeAsync(run, progress, answer).ConfigureAwait(false);
            progress.Prepared = Freed(progress.Prepared!);
            if (calls.Count > 0)
                progress.ClientCalls = await tools.RunAsync(run, progress, calls, ct).ConfigureAwait(false);
            if (progress.ClientCalls.Count > 0)
                break;
            var said = run.TakeSteering(last: calls.Count == 0);
            if (said.Count == 0 && calls.Count == 0)
                break;
            foreach (var message in said)
            {
                await records.SteeringAsync(progress.Prepared!, message).ConfigureAwait(false);
                progress.Messages.Add(new ModelMessage.User(RunRecords.Content(message)));
            }
        }

        // Handed to the caller: they are answered by a later request, or by the next turn of the session.
        progress.Open.Clear();
        return null;
    }

    /// <summary>A caller that demands a tool demands it once: a model that must call one in every answer could never end its run.</summary>
    private static PreparedRun Freed(PreparedRun prepared) =>
        prepared.Call.ToolChoice is null or "none" ? prepared : prepared with { Call = prepared.Call with { ToolChoice = null } };

    /// <summary>After a turn: shortens a conversation that has come near the end of its window.</summary>
    public async Task CompactIfDueAsync(AgentRun run, RunProgress progress, CancellationToken ct)
    {
        if (progress.ClientCalls.Count > 0 || compactor?.IsDue(progress.LastCall.Prompt, progress.Prepared!.ContextTokens) != true)
            return;
        try
        {
            await CompactAsync(run, progress, willRetry: false, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.AbortReason is null)
        {
            // Out of time; the answer is there all the same, and the next overflow or turn tries again.
            return;
        }
    }

    /// <summary>Stores an answer and returns the tool calls in it.</summary>
    private async Task<IReadOnlyList<ContentPart.ToolCall>> TakeAsync(AgentRun run, RunProgress progress, ModelEvent.Done answer)
    {
        var prepared = progress.Prepared!;
        progress.Usage = (progress.Usage ?? default) + answer.Usage;
        progress.LastCall = answer.Usage;
        progress.StopReason = answer.StopReason;
        var content = Repeatable(answer.Content);
        await records.AnswerAsync(prepared, content, answer.Usage, answer.StopReason).ConfigureAwait(false);
        progress.Turn = null;
        progress.Said = string.Concat(answer.Content.OfType<ContentPart.Text>().Select(static part => part.Value));
        progress.Thoughts = string.Join("\n\n", answer.Content.OfType<ContentPart.Thinking>().Select(static part => part.Value));
        progress.Text = ReplyText.Final(progress.Said, run.Request);
        progress.Messages.Add(new ModelMessage.Assistant(content, prepared.Call.Model.Ref.Provider, prepared.Call.Model.Ref.Id));
        return [.. answer.Content.OfType<ContentPart.ToolCall>()];
    }

    /// <summary>Every provider refuses a conversation in which a call has arguments that are no object.</summary>
    private static IReadOnlyList<ContentPart> Repeatable(IReadOnlyList<ContentPart> content) =>
        content.All(static part => part is not ContentPart.ToolCall { Arguments.ValueKind: not JsonValueKind.Object })
            ? content
            : [.. content.Select(static part => part is ContentPart.ToolCall { Arguments.ValueKind: not JsonValueKind.Object } bad ? bad with { Arguments = s_noArguments } : part)];

    /// <summary>One answer: the same model again when the failure passes, the next one when it does not (spec 08 §14), a shorter conversation when it is too long.</summary>
    private async Task<(ModelEvent.Done? Answer, string? Problem)> AskAsync(AgentRun run, RunProgress progress, CancellationToken ct)
    {
        while (true)
        {
            var prepared = progress.Prepared!;
            var model = prepared.Call.Model;
            if (providers.For(model.Api) is not { } provider)
                return (null, $"models.providers.{model.Ref.Provider}.api: \"{model.Api}\" is not supported by this release");
            var turn = progress.Turn = new ModelTurn(provider, run, time);
            var (answer, error) = await turn.RunAsync(prepared.Call with { Messages = progress.Messages }, ct).ConfigureAwait(false);
            if (error is null)
            {
                await prepared.Route.SucceededAsync(ct).ConfigureAwait(false);
                return (answer, null);
            }

            if (error.Kind == ModelErrorKind.ContextOverflow && !progress.Compacted && compactor is not null
                && await CompactAsync(run, progress, willRetry: true, ct).ConfigureAwait(false))
            {
                await Task.Delay(s_afterCompaction, time, ct).ConfigureAwait(false);
                continue;
            }

            if (await prepared.Route.NextAsync(error, ct).ConfigureAwait(false))
            {
                progress.Prepared = preparation.For(prepared, prepared.Route.Current);
                continue;
            }

            progress.Error = error;
            progress.StopReason = StopReasons.Error;
            var partial = turn.Partial;
            await records.AnswerAsync(
                prepared, answer?.Content ?? (partial.Length == 0 ? [] : [new ContentPart.Text(partial)]), answer?.Usage ?? default, StopReasons.Error,
                error.Message).ConfigureAwait(false);
            progress.Turn = null;
            return (null, Explain(prepared.Route, error));
        }
    }

    /// <summary>Shortens the conversation; true when it is shorter now.</summary>
    private async Task<bool> CompactAsync(AgentRun run, RunProgress progress, bool willRetry, CancellationToken ct)
    {
        var prepared = progress.Prepared!;
        if (!run.CompactionStarted())
            return false;
        var done = false;
        try
        {
            // What was streamed before belongs to an answer that is given up.
            progress.Turn = null;
            progress.Compacted |= willRetry;
            done = await compactor!.CompactAsync(
                new CompactionOrder(run.Request.SessionKey, prepared.SessionId, prepared.Transcript, prepared.Route.Current, prepared.ContextTokens, IsOverflow: willRetry),
                ct).ConfigureAwait(false) is null;
            if (done)
                progress.Messages = preparation.Reload(prepared);
        }
        finally
        {
            run.CompactionEnded(willRetry && done);
        }

        return done;
    }

    private static string Explain(ModelRoute route, ModelError error)
    {
        if (error.Kind == ModelErrorKind.ContextOverflow)
            return $"{error.Message}: the conversation no longer fits the model; start a new session (/reset or sessions.reset) or choose a model with a larger window";
        return route.Failures.Count < 2
            ? error.Message
            : $"all models failed: {string.Join("; ", route.Failures.Select(static one => $"{one.Candidate.Model.Ref}: {one.Error.Message} ({one.Error.Reason})"))}";
    }
}
