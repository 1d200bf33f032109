using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Gateway.Tools.Sessions;

namespace OpenClaw.Gateway.Tools.Control;

/// <summary><c>cron</c>: jobs and reminders, over the gateway's own methods (spec 09 §2): changing them needs admin, looking does not.</summary>
internal sealed class CronTool(MethodInvoker methods, SessionStore store) : MethodTool(methods)
{
    private const int MaxLine = 220;
    private const int MaxContext = 700;
    private const int MaxMessages = 10;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "cron",
        Summary = "Manage jobs, reminders and wake-ups",
        Description = """
            Manages scheduled jobs of the gateway. Actions: status, list, add (job), update (jobId, patch), remove (jobId), run (jobId), runs (jobId), wake (text, mode).
            A job: {name?, schedule, sessionTarget, payload, wakeMode?, enabled?, deleteAfterRun?}.
            schedule: {kind:"at", at:"<ISO time>"} once; {kind:"every", everyMs}; {kind:"cron", expr, tz?}.
            A reminder for this conversation: sessionTarget "main" with payload {kind:"systemEvent", text}. Write the text so that it makes sense when it is read later.
            A task of its own: sessionTarget "isolated" with payload {kind:"agentTurn", message, deliver?, channel?, to?, model?, thinking?, timeoutSeconds?}.
            contextMessages (0 to 10) adds the last messages of this conversation to a reminder.
            """,
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "action":{"type":"string","enum":["status","list","add","update","remove","run","runs","wake"]},
              "job":{"type":"object","description":"The job to add","additionalProperties":true},
              "jobId":{"type":"string","description":"Which job"},
              "id":{"type":"string","description":"Older name of jobId"},
              "patch":{"type":"object","description":"What to change in the job","additionalProperties":true},
              "includeDisabled":{"type":"boolean","description":"list: also disabled jobs"},
              "text":{"type":"string","description":"wake: what to think of"},
              "mode":{"type":"string","enum":["now","next-heartbeat","due","force"],"description":"wake: now or next-heartbeat; run: due or force"},
              "contextMessages":{"type":"integer","minimum":0,"maximum":10,"description":"add: last messages to put into a reminder"}},
             "required":["action"]}
            """),
    };

    /// <inheritdoc/>
    public override Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        var id = arguments.Text("jobId") ?? arguments.Text("id");
        return arguments.Text("action") switch
        {
            "status" => CallAsync(call, "cron.status", [], ct),
            "list" => CallAsync(call, "cron.list", Params(call, "includeDisabled"), ct),
            "add" => AddAsync(call, arguments, ct),
            "wake" => arguments.Text("text") is { } text
                ? CallAsync(call, "wake", new JsonObject { ["mode"] = arguments.Text("mode") is "now" ? "now" : "next-heartbeat", ["text"] = text }, ct)
                : Task.FromResult(Error("text required")),
            "update" or "remove" or "run" or "runs" when id is null => Task.FromResult(Error("jobId required (id accepted for backward compatibility)")),
            "update" => arguments.Object("patch") is { } patch
                ? CallAsync(call, "cron.update", new JsonObject { ["id"] = id, ["patch"] = JsonNode.Parse(patch.GetRawText()) }, ct)
                : Task.FromResult(Error("patch required")),
            "remove" => CallAsync(call, "cron.remove", new JsonObject { ["id"] = id }, ct),
            "run" => CallAsync(call, "cron.run", new JsonObject { ["id"] = id, ["mode"] = arguments.Text("mode") is "due" ? "due" : "force" }, ct),
            "runs" => CallAsync(call, "cron.runs", new JsonObject { ["id"] = id }, ct),
            _ => Task.FromResult(Error("action must be status, list, add, update, remove, run, runs or wake")),
        };
    }

    private Task<ToolResult> AddAsync(ToolCall call, ToolArguments arguments, CancellationToken ct)
    {
        // Some models put the members of the job beside the action.
        var job = arguments.Object("job") is { } given ? JsonNode.Parse(given.GetRawText())!.AsObject()
            : arguments.Object("schedule") is not null && arguments.Object("payload") is not null
                ? Params(call, "name", "description", "enabled", "deleteAfterRun", "schedule", "sessionTarget", "wakeMode", "payload", "isolation", "agentId")
            : null;
        if (job is null)
            return Task.FromResult(Error("job required"));
        if (!job.ContainsKey("agentId"))
            job["agentId"] = call.Scene.AgentId;
        if (job["payload"] is JsonObject payload && payload["kind"]?.ToString() == "systemEvent" && payload["text"] is JsonValue value
            && value.TryGetValue<string>(out var text) && arguments.Whole("contextMessages", 0, MaxMessages) is > 0 and var count)
            payload["text"] = text + Context(call.Scene.SessionKey, count);
        return CallAsync(call, "cron.add", job, ct);
    }

    private string Context(string key, int count)
    {
        if (store.Find(key) is not { } entry || store.Transcript(key, entry) is not { Exists: true } transcript)
            return string.Empty;
        var lines = TranscriptHistory.Last(transcript.FilePath, count * 4, int.MaxValue)
            .Where(static message => SessionMessages.Role(message) is "user" or "assistant")
            .Select(static message => (Role: SessionMessages.Role(message), Text: SessionMessages.Text(message)))
            .Where(static said => said.Text.Length > 0).TakeLast(count)
            .Select(static said => $"- {(said.Role == "user" ? "User" : "Assistant")}: {Cut(string.Join(' ', said.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))}");
        var result = new StringBuilder();
        foreach (var line in lines.Reverse())
        {
            if (result.Length + line.Length + 1 > MaxContext)
                break;
            result.Insert(0, "\n" + line);
        }

        return result.Length == 0 ? string.Empty : "\n\nRecent context:" + result;
    }

    private static string Cut(string text) => text.Length > MaxLine ? text[..(MaxLine - 1)] + "…" : text;
}
