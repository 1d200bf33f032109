using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>Gathers what a run needs before its first model call: session, model, key, prompt, context.</summary>
public sealed class RunPreparation(
    AgentDirectory agents, SessionStore store, ModelSelection selection, ModelRouter router, SystemEventQueue notes, TimeProvider time)
{
    // Below this a system prompt and one exchange do not fit.
    private const long MinWindow = 16_000;
    private const string AbortNote = "(Note: the user stopped your previous answer before it was complete.)";

    /// <summary>The store it works on.</summary>
    internal SessionStore Store => store;

    /// <summary>Prepares a run and appends its prompt to the transcript; or says why it cannot run.</summary>
    internal async Task<(PreparedRun? Run, string? Problem)> PrepareAsync(RunRequest request, CancellationToken ct)
    {
        var agentId = store.AgentOf(request.SessionKey);
        var wasAborted = store.Find(request.SessionKey)?.Flag("abortedLastRun") == true;
        var session = await store.UpdateAsync(request.SessionKey, entry => Begin(entry, request), ct).ConfigureAwait(false);
        if (store.Transcript(request.SessionKey, session) is not { } transcript)
            return (null, $"the session id \"{session.SessionId}\" cannot be used as a file name; reset the session (sessions.reset)");
        var (route, problem) = await router.RouteAsync(agentId, session, request.Model, ct).ConfigureAwait(false);
        if (route is null)
            return (null, problem);
        var model = route.Current.Model;
        if (model.ContextWindow < MinWindow)
            return (null, $"{model.Ref} has a context window of {model.ContextWindow} tokens; at least {MinWindow} are needed "
                + $"(models.providers.{model.Ref.Provider}.models[].contextWindow)");
        var thinking = ThinkingLevels.Parse(request.Thinking) ?? selection.Thinking(session, model);
        var workspace = agents.Workspace(agentId);
        List<ContentPart> content = [new ContentPart.Text(PromptText(request)), .. request.Images];
        var path = await transcript.BeginTurnAsync(
            new TranscriptOpening(session.SessionId!, workspace, model.Ref.Provider, model.Ref.Id, model.Api, thinking),
            MessageJson.User(content, time.GetUtcNow()),
            ct).ConfigureAwait(false);
        var messages = ModelContext.Build(path);
        if (wasAborted)
            messages[^1] = Noted(messages[^1]);
        var (prompt, files, maxChars) = BuildPrompt(agentId, workspace, model, thinking, request);
        return (new PreparedRun
        {
            SessionId = session.SessionId!,
            Transcript = transcript,
            Route = route,
            ContextTokens = selection.ContextTokens(model),
            PromptReport = PromptReport.Build(prompt, files, request, session.SessionId!, model.Ref, workspace, maxChars, time.GetUtcNow()),
            Call = new ModelRequest
            {
                Model = model,
                ApiKey = route.Current.Key?.Value,
                SystemPrompt = prompt.Text,
                Messages = messages,
                Thinking = thinking,
            },
        }, null);
    }

    /// <summary>The note goes into the model's copy only; the transcript keeps what the person said.</summary>
    private static ModelMessage.User Noted(ModelMessage prompt) =>
        new([.. prompt.Content.Select(static (part, i) => i == 0 && part is ContentPart.Text text ? new ContentPart.Text($"{AbortNote}\n\n{text.Value}") : part)]);

    private static void Begin(JsonObject entry, RunRequest request)
    {
        if (entry["sessionId"] is not JsonValue)
            entry["sessionId"] = Guid.NewGuid().ToString();
        if (!entry.ContainsKey("updatedAt"))
            entry["updatedAt"] = 0L;
        entry["systemSent"] = true;
        entry["abortedLastRun"] = false;
        request.SessionChange?.Invoke(entry);
    }

    private string PromptText(RunRequest request)
    {
        // Windows paths contain the two characters \n, so only real line ends are unified.
        var body = request.Message.ReplaceLineEndings("\n");
        if (request.MessageId is { } id)
            body = UserText.WithMessageId(body, id);
        var lines = notes.Drain(request.SessionKey).Select(note =>
        {
            var local = TimeZoneInfo.ConvertTime(note.At, time.LocalTimeZone);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"System: [{local:yyyy-MM-dd HH:mm:ss} {Zone(local)}] {note.Text}");
        }).ToList();
        return lines.Count == 0 ? body : string.Join('\n', lines) + "\n\n" + body;
    }

    private static string Zone(DateTimeOffset local) => local.Offset == TimeSpan.Zero
        ? "UTC"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset:hh\\:mm}");

    private (SystemPrompt Prompt, IReadOnlyList<WorkspaceFile> Files, long MaxChars) BuildPrompt(
        string agentId, string workspace, ModelInfo model, string thinking, RunRequest request)
    {
        var defaults = agents.Config.Agents.Defaults;
        var files = WorkspaceFiles.Load(workspace, defaults.BootstrapMaxChars);
        var prompt = SystemPrompt.Build(new SystemPromptInput
        {
            AgentId = agentId,
            Workspace = workspace,
            Model = model.Ref.ToString(),
            DefaultModel = selection.Default(agentId).ToString(),
            Thinking = thinking,
            Channel = request.Channel,
            TimeZone = defaults.UserTimezone ?? time.LocalTimeZone.Id,
            Extra = request.ExtraSystemPrompt,
            HeartbeatPrompt = agentId == agents.DefaultId ? defaults.Heartbeat?.Prompt : null,
            Files = files,
        });
        return (prompt, files, defaults.BootstrapMaxChars);
    }
}
