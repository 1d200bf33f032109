using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary><c>sessions_history</c>: what was said in a session (spec 09 §2).</summary>
internal sealed class SessionsHistoryTool(SessionStore store, SessionReach reach) : ITool
{
    private const string Name = "sessions_history";
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = Name,
        Summary = "Read what was said in another session",
        Description = "Returns the last messages of a session, oldest first. Results of tools are left out unless includeTools is true.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "sessionKey":{"type":"string","description":"Key from sessions_list, main, or a session id"},
              "limit":{"type":"integer","minimum":1,"description":"Most messages (50)"},
              "includeTools":{"type":"boolean","description":"Also results of tools"}},
             "required":["sessionKey"]}
            """),
    };

    /// <inheritdoc/>
    public Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        if ((arguments.Text("sessionKey") ?? arguments.Text("sessionId")) is not { } named)
            return Task.FromResult(ToolResult.Error(Name, "sessionKey required"));
        var found = reach.Find(call.Scene, named);
        if (found.Entry is not { } entry)
            return Task.FromResult(found.Refusal(Name));
        var messages = SessionMessages.Last(
            store, found.Key, entry, arguments.Whole("limit", 1, MaxLimit) ?? DefaultLimit, arguments.Flag("includeTools") == true);
        return Task.FromResult(ToolResult.Json(new JsonObject { ["sessionKey"] = found.Key, ["messages"] = messages }));
    }
}
