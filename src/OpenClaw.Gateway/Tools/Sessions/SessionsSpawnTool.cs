using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Subagents;
using OpenClaw.Agents.Tools;
using OpenClaw.Channels.Catalog;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary><c>sessions_spawn</c>: starts a sub-agent (spec 08 §20).</summary>
internal sealed class SessionsSpawnTool(SubagentDesk desk, SessionStore store, ModelSelection models, AgentRunner runner) : ITool
{
    private const string Name = "sessions_spawn";
    private const int MaxTimeoutSeconds = 7 * 24 * 3600;
    private const int MaxLabel = 64;

    private AgentDirectory Agents => store.Agents;

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Give a task to a sub-agent that works beside this conversation and reports here",
        Description = "Starts a sub-agent in a session of its own. It returns at once; the report comes into this conversation by itself when the sub-agent is done, so do not wait or ask.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "task":{"type":"string","description":"What to do, with everything the sub-agent must know: it does not see this conversation"},
              "label":{"type":"string","description":"A short name"},
              "agentId":{"type":"string","description":"An agent from agents_list; default: this one"},
              "model":{"type":"string","description":"provider/model or an alias"},
              "thinking":{"type":"string","description":"off, minimal, low, medium, high, xhigh"},
              "runTimeoutSeconds":{"type":"integer","minimum":0,"description":"When it is ended; 0: the usual limit"},
              "cleanup":{"type":"string","enum":["keep","delete"],"description":"delete: its session goes as soon as it has reported"}},
             "required":["task"]}
            """),
    };

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var (arguments, scene) = (new ToolArguments(call.Arguments), call.Scene);
        if (arguments.Text("task") is not { } task)
            return ToolResult.Error(Name, "task required");
        if (SessionKeys.IsSubagent(scene.SessionKey))
            return Forbidden("sessions_spawn is not there for sub-agents");
        var agentId = arguments.Text("agentId") is { } named ? AgentIds.Normalize(named) : scene.AgentId;
        if (Refusal(scene.AgentId, agentId) is { } refused)
            return Forbidden(refused);
        if (arguments.Text("thinking") is { } level && ThinkingLevels.Parse(level) is null)
            return ToolResult.Error(Name, $"thinking \"{level}\" is no level; use off, minimal, low, medium or high");
        if (arguments.Text("cleanup") is { } cleanup && cleanup is not ("keep" or "delete"))
            return ToolResult.Error(Name, "cleanup must be keep or delete");
        var (model, unknownModel) = arguments.Text("model") is { } wanted ? models.Choose(agentId, wanted) : (null, null);

        var (record, problem) = await desk.SpawnAsync(
            new SubagentOrder
            {
                Task = task,
                RequesterKey = scene.SessionKey,
                DisplayKey = runner.Find(scene.RunId)?.Request.CallerKey,
                Caller = scene.Caller,
                Origin = Origin(scene),
                AgentId = agentId,
                Label = arguments.Text("label") is { } label ? label[..Math.Min(label.Length, MaxLabel)] : null,
                Model = model,
                Thinking = arguments.Text("thinking"),
                Timeout = arguments.Whole("runTimeoutSeconds", 0, MaxTimeoutSeconds) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
                Delete = arguments.Text("cleanup") == "delete",
            },
            ct).ConfigureAwait(false);
        if (record is null)
            return ToolResult.Json(new JsonObject { ["status"] = "error", ["error"] = problem });
        var result = new JsonObject { ["status"] = "accepted", ["childSessionKey"] = record.ChildSessionKey, ["runId"] = record.RunId };
        if (arguments.Text("model") is not null)
            result["modelApplied"] = unknownModel is null;
        if (unknownModel is not null)
            result["warning"] = $"{unknownModel}; the usual model is used";
        return ToolResult.Json(result);
    }

    private string? Refusal(string requester, string wanted)
    {
        if (!Agents.IsKnown(wanted))
            return $"there is no agent \"{wanted}\" (agents_list shows those there are)";
        var allowed = Agents.Entry(requester)?.Subagents.AllowAgents ?? [];
        return wanted == requester || allowed.Any(id => id == "*" || AgentIds.Normalize(id) == wanted)
            ? null
            : $"agent \"{wanted}\" is not in subagents.allowAgents of agent \"{requester}\"";
    }

    /// <summary>Where the conversation takes place: the run's own place, else where the session's answers go.</summary>
    private SubagentOrigin? Origin(ToolScene scene)
    {
        if (scene.Channel is { } channel && (channel == ChannelCatalog.WebChat || scene.To is not null))
            return new SubagentOrigin { Channel = channel, AccountId = scene.AccountId, To = scene.To, ThreadId = scene.ThreadId };
        return store.Find(scene.SessionKey) is { } entry && entry.Text("lastChannel") is { } last
            ? new SubagentOrigin { Channel = last, AccountId = entry.Text("lastAccountId"), To = entry.Text("lastTo"), ThreadId = entry.Text("lastThreadId") }
            : null;
    }

    private static ToolResult Forbidden(string error) => ToolResult.Json(new JsonObject { ["status"] = "forbidden", ["error"] = error });
}
