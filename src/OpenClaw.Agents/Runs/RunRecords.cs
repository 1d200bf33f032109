using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>
/// What a run leaves behind: lines in the transcript and numbers in the session's entry. Nothing here can be cancelled: what was said or done
/// is stored, also when the run was stopped.
/// </summary>
internal sealed class RunRecords(SessionStore store, TimeProvider time)
{
    public Task AnswerAsync(PreparedRun prepared, IReadOnlyList<ContentPart> content, TokenUsage usage, string stopReason, string? error = null)
    {
        var model = prepared.Call.Model;
        var record = new AssistantRecord(content, model.Api, model.Ref.Provider, model.Ref.Id, usage, model.Price.Of(usage), stopReason, error);
        return AppendAsync(prepared, MessageJson.Assistant(record, time.GetUtcNow()));
    }

    public Task ToolResultAsync(PreparedRun prepared, ContentPart.ToolCall call, ToolResult result) =>
        AppendAsync(prepared, MessageJson.ToolResult(call.Id, call.Name, result, time.GetUtcNow()));

    public Task SteeringAsync(PreparedRun prepared, SteeringMessage said) => AppendAsync(prepared, MessageJson.User(Content(said), time.GetUtcNow()), said.PromptId);

    /// <summary>What the model is given of something said meanwhile.</summary>
    public static IReadOnlyList<ContentPart> Content(SteeringMessage said)
    {
        var text = said.Text.ReplaceLineEndings("\n");
        return [new ContentPart.Text(said.MessageId is { } id ? UserText.WithMessageId(text, id) : text), .. said.Images];
    }

    /// <summary>The numbers of a run that got its answer.</summary>
    public Task AccountAsync(RunRequest request, RunProgress progress)
    {
        var prepared = progress.Prepared!;
        return ChangeAsync(request, prepared.SessionId, entry =>
        {
            entry["sessionFile"] = prepared.Transcript.FilePath;
            if (!entry.ContainsKey("compactionCount"))
                entry["compactionCount"] = 0;
            entry["inputTokens"] = progress.Usage?.Input ?? 0;
            entry["outputTokens"] = progress.Usage?.Output ?? 0;
            entry["totalTokens"] = progress.LastCall.Prompt;
            entry["modelProvider"] = prepared.Call.Model.Ref.Provider;
            entry["model"] = prepared.Call.Model.Ref.Id;
            entry["contextTokens"] = prepared.ContextTokens;
            prepared.Route.Pin(entry);
            entry["systemPromptReport"] = JsonObject.Create(prepared.PromptReport);
        });
    }

    /// <summary>Remembers whether a person stopped the run: the next prompt tells the model.</summary>
    public Task MarkAsync(RunRequest request, string sessionId, bool aborted) =>
        ChangeAsync(request, sessionId, entry => entry["abortedLastRun"] = aborted);

    /// <summary>Reset or deleted meanwhile: this run's numbers belong to a session that is gone.</summary>
    private async Task ChangeAsync(RunRequest request, string sessionId, Action<JsonObject> change) => await store.TryUpdateAsync(
        request.SessionKey,
        (entry, _) =>
        {
            if (entry["sessionId"] is not JsonValue value || !value.TryGetValue<string>(out var id) || id != sessionId)
                return "the session has moved on";
            change(entry);
            return null;
        },
        isActivity: !request.IsHeartbeat,
        CancellationToken.None).ConfigureAwait(false);

    private static async Task AppendAsync(PreparedRun prepared, JsonElement message, string? id = null) =>
        await prepared.Transcript.AppendMessageAsync(message, CancellationToken.None, id).ConfigureAwait(false);
}
