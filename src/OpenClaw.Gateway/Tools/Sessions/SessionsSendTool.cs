using System.Text.Json.Nodes;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;
using OpenClaw.Gateway.Conversations;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary><c>sessions_send</c>: says something to another session and waits for its answer (spec 08 §20).</summary>
internal sealed class SessionsSendTool(AgentRunner runner, SessionReach reach, SessionAccess access, AgentTalks talks, TimeProvider time) : ITool
{
    private const string Name = "sessions_send";
    private const int DefaultWaitSeconds = 30;
    private const int MaxWaitSeconds = 3600;

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Send a message to another session or agent",
        Description = "Sends a message into another session and waits for the answer. timeoutSeconds 0 does not wait.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "sessionKey":{"type":"string","description":"Key from sessions_list, main, or a session id"},
              "label":{"type":"string","description":"Instead of the key: the label of the session"},
              "agentId":{"type":"string","description":"With label: the agent it belongs to"},
              "message":{"type":"string","description":"What to say"},
              "timeoutSeconds":{"type":"integer","minimum":0,"description":"How long to wait for the answer (30)"}},
             "required":["message"]}
            """),
    };

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var (arguments, scene) = (new ToolArguments(call.Arguments), call.Scene);
        if (arguments.Text("message") is not { } message)
            return ToolResult.Error(Name, "message required");
        var (key, label) = (arguments.Text("sessionKey") ?? arguments.Text("sessionId"), arguments.Text("label"));
        if (key is null == label is null)
            return ToolResult.Error(Name, "either sessionKey or label required");
        var found = key is not null ? reach.Find(scene, key) : reach.FindLabel(scene, label!, arguments.Text("agentId"));
        if (found.Entry is null)
            return found.Refusal(Name);
        if (found.Key == scene.SessionKey)
            return ToolResult.Error(Name, "this is the session you are in; answer here instead");
        if (access.Blocked(found.Key) is { } blocked)
            return new SessionFound(found.Key, null, blocked.Message, IsForbidden: true).Refusal(Name);

        var run = runner.Reserve(AgentTalks.Request(scene.Caller, found.Key, message, AgentTalkTexts.Message(scene.SessionKey, scene.Channel, found.Key)));
        if (run is null)
            return Result("error", found.Key, string.Empty, error: RunReport.Busy.Message);
        runner.Begin(run);

        // Steps between agents run one at a time: one that waited for another would wait for itself.
        var isStep = runner.Find(scene.RunId)?.Request.Lane == RunLanes.Nested;
        var wait = isStep ? 0 : arguments.Whole("timeoutSeconds", 0, MaxWaitSeconds) ?? DefaultWaitSeconds;
        if (wait == 0)
        {
            talks.Follow(scene, found.Key, run, mayAnswer: !isStep);
            return Result("accepted", found.Key, run.Request.RunId, follows: true);
        }

        try
        {
            var outcome = await run.Completion.WaitAsync(TimeSpan.FromSeconds(wait), time, ct).ConfigureAwait(false);
            if (outcome.Status != RunStatus.Completed)
                return Result("error", found.Key, run.Request.RunId, error: outcome.Error ?? "the run was stopped");
            talks.Follow(scene, found.Key, run, mayAnswer: true);
            return Result("ok", found.Key, run.Request.RunId, outcome.Text, follows: true);
        }
        catch (TimeoutException)
        {
            return Result("timeout", found.Key, run.Request.RunId, error: $"no answer within {wait} s; the session goes on with it");
        }
    }

    private static ToolResult Result(string status, string key, string runId, string? reply = null, string? error = null, bool follows = false)
    {
        var result = new JsonObject { ["runId"] = runId, ["status"] = status };
        if (reply is not null)
            result["reply"] = reply;
        if (error is not null)
            result["error"] = error;
        result["sessionKey"] = key;
        if (follows)
            result["delivery"] = new JsonObject { ["status"] = "pending", ["mode"] = "announce" };
        return ToolResult.Json(result);
    }
}
