using System.Text.Json;
using OpenClaw.Agents.Context;
using OpenClaw.Agents.Hooks;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Prompts;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Skills;
using OpenClaw.Agents.SystemEvents;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Runs;

/// <summary>Gathers what a run needs before its first model call: session, model, key, prompt, context.</summary>
public sealed class RunPreparation(
    AgentDirectory agents, SessionStore store, ModelSelection selection, ModelRouter router, ToolBox tools, SystemEventQueue notes, TimeProvider time,
    AgentSkills? skills = null, TimedHooks? hooks = null)
{
    // Below this a system prompt and one exchange do not fit.
    private const long MinWindow = 16_000;
    private readonly RunSession _sessions = new(store);
    private readonly ConversationView _view = new(agents, time);
    private readonly PromptBuilder _prompts = new(agents, selection, time, hooks);
    private const string AbortNote = "(Note: the user stopped your previous answer before it was complete.)";

    /// <summary>The store it works on.</summary>
    internal SessionStore Store => store;

    /// <summary>What runs may use.</summary>
    internal ToolBox Tools => tools;

    /// <summary>Prepares a run and appends its prompt to the transcript; or says why it cannot run.</summary>
    internal async Task<(PreparedRun? Run, string? Problem)> PrepareAsync(RunRequest request, CancellationToken ct)
    {
        var agentId = store.AgentOf(request.SessionKey);
        if (SandboxCheck.Problem(agents, agentId, request.SessionKey) is { } unsafeToRun)
            return (null, unsafeToRun);
        var wasAborted = request is { IsHeartbeat: false, IsHousekeeping: false } && store.Find(request.SessionKey)?.Flag("abortedLastRun") == true;
        var session = await _sessions.OpenAsync(WithSkills(request, agentId), ct).ConfigureAwait(false);
        if (store.Transcript(request.SessionKey, session) is not { } transcript)
            return (null, $"the session id \"{session.SessionId}\" cannot be used as a file name; reset the session (sessions.reset)");
        var (route, problem) = await router.RouteAsync(agentId, session, request.Model, ct, UseOf(request)).ConfigureAwait(false);
        if (route is null)
            return (null, problem);
        var model = route.Current.Model;
        if (model.ContextWindow < MinWindow)
            return (null, $"{model.Ref} has a context window of {model.ContextWindow} tokens; at least {MinWindow} are needed "
                + $"(models.providers.{model.Ref.Provider}.models[].contextWindow)");
        var thinking = ThinkingLevels.Parse(request.Thinking) ?? selection.Thinking(session, model);
        route.Thinking = thinking;
        var workspace = agents.Workspace(agentId);
        var scene = Scene(request, agentId, workspace, model);
        if (request.UseTools)
            await tools.ReadyAsync(ct).ConfigureAwait(false);
        var offered = request.UseTools ? tools.For(scene) : [];
        if (request.BeforePrompt is { } first)
            await first(ct).ConfigureAwait(false);
        var path = await transcript.BeginTurnAsync(
            new TranscriptOpening(session.SessionId!, workspace, model.Ref.Provider, model.Ref.Id, model.Api, thinking),
            Prompt(request),
            request.ToolResults,
            ct,
            request.PromptId).ConfigureAwait(false);
        var messages = _view.Of(path, request.SessionKey, model.Ref, selection.ContextTokens(model));
        if (wasAborted && messages[^1] is ModelMessage.User last)
            messages[^1] = Noted(last);
        var definitions = offered.Select(static tool => tool.Definition).ToList();
        var (prompt, report) = await _prompts.BuildAsync(request, session, agentId, model, thinking, definitions, ct).ConfigureAwait(false);
        var clientTools = request.ClientTools.Select(static tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        return (new PreparedRun
        {
            SessionId = session.SessionId!,
            Transcript = transcript,
            Route = route,
            ContextTokens = selection.ContextTokens(model),
            PromptReport = report,
            Scene = scene,
            Tools = offered.Where(tool => !clientTools.Contains(tool.Definition.Name)).ToDictionary(static tool => tool.Definition.Name, StringComparer.Ordinal),
            ClientTools = clientTools,
            Call = new ModelRequest
            {
                Model = model,
                ApiKey = route.Current.Key?.Value,
                SystemPrompt = prompt.Text,
                Messages = messages,
                Thinking = thinking,
                Tools = [.. definitions.Where(tool => !clientTools.Contains(tool.Name)), .. request.ClientTools],
                ToolChoice = request.ToolChoice,
                Sampling = request.Sampling,
                SessionId = session.SessionId,
            },
        }, null);
    }

    /// <summary>The same run with another model or credential.</summary>
    internal PreparedRun For(PreparedRun prepared, ModelCandidate candidate) => prepared with
    {
        ContextTokens = selection.ContextTokens(candidate.Model),
        Scene = prepared.Scene with { Model = candidate.Model },
        Call = prepared.Call with { Model = candidate.Model, ApiKey = candidate.Key?.Value, Thinking = candidate.Thinking ?? prepared.Route.Thinking },
    };

    private static ModelUse UseOf(RunRequest request) => request.IsHeartbeat ? ModelUse.Heartbeat
        : request.Lane == RunLanes.Subagent ? ModelUse.Subagent
        : ModelUse.Chat;

    /// <summary>The conversation as the transcript has it now.</summary>
    internal List<ModelMessage> Reload(PreparedRun prepared)
    {
        var content = prepared.Transcript.Read();
        return _view.Of(content.PathTo(content.Leaf?.Id), prepared.Scene.SessionKey, prepared.Call.Model.Ref, prepared.ContextTokens);
    }

    /// <summary>After a run that got its answer.</summary>
    internal Task AnsweredAsync(PreparedRun prepared) => _view.TouchedAsync(prepared.Transcript, prepared.Call.Model.Ref);

    /// <summary>True when the run may write files in the workspace.</summary>
    internal bool CanWriteNotes(RunRequest request)
    {
        var agentId = store.AgentOf(request.SessionKey);
        return tools.For(Scene(request, agentId, agents.Workspace(agentId), null)).Any(static tool => tool.Definition.Name == "write");
    }

    private ToolScene Scene(RunRequest request, string agentId, string workspace, ModelInfo? model) => new()
    {
        RunId = request.RunId,
        SessionKey = request.SessionKey,
        AgentId = agentId,
        Workspace = workspace,
        Caller = request.Caller,
        Model = model,
        Channel = request.Channel,
        AccountId = request.AccountId,
        To = request.To,
        ThreadId = request.ThreadId,
        Elevated = request.Elevated,
        Variables = skills?.Variables(agentId) ?? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
    };

    private JsonElement? Prompt(RunRequest request)
    {
        if (request.Resumes)
            return null;
        if (request.ToolResults.Count > 0 && request.Message.Length == 0 && request.Images.Count == 0)
            return null;
        List<ContentPart> content = [new ContentPart.Text(PromptText(request)), .. request.Images];
        return MessageJson.User(content, time.GetUtcNow());
    }

    /// <summary>The note goes into the model's copy only; the transcript keeps what the person said.</summary>
    private static ModelMessage.User Noted(ModelMessage.User prompt) =>
        new([.. prompt.Content.Select(static (part, i) => i == 0 && part is ContentPart.Text text ? new ContentPart.Text($"{AbortNote}\n\n{text.Value}") : part)]);

    private string PromptText(RunRequest request)
    {
        // Windows paths contain the two characters \n, so only real line ends are unified.
        var body = request.Message.ReplaceLineEndings("\n");
        if (request.MessageId is { } id)
            body = UserText.WithMessageId(body, id);
        var lines = (request.IsHousekeeping ? [] : notes.Drain(request.SessionKey)).Select(note =>
        {
            var local = TimeZoneInfo.ConvertTime(note.At, time.LocalTimeZone);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"System: [{local:yyyy-MM-dd HH:mm:ss} {Zone(local)}] {note.Text}");
        }).ToList();
        return lines.Count == 0 ? body : string.Join('\n', lines) + "\n\n" + body;
    }

    private static string Zone(DateTimeOffset local) => local.Offset == TimeSpan.Zero
        ? "UTC"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset:hh\\:mm}");

    /// <summary>The request with the skills of its session brought up to date; a run without tools could not read them.</summary>
    private RunRequest WithSkills(RunRequest request, string agentId)
    {
        if (skills is null || !request.UseTools || request.PromptMode != PromptMode.Full)
            return request;
        if (skills.Renewal(agentId, store.Find(request.SessionKey), request.NewSession, request.Skills) is not { } renew)
            return request;
        return request with
        {
            SessionChange = entry =>
            {
                request.SessionChange?.Invoke(entry);
                renew(entry);
            },
        };
    }
}
