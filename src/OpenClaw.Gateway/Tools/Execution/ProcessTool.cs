using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary><c>process</c>: follows the commands of an agent that run in the background (spec 09 §3.2). Those of other agents are unknown.</summary>
internal sealed class ProcessTool(ProcessSessions processes) : ITool
{
    public const string Tool = "process";

    private const int MaxLogLines = 2000;
    private static readonly TimeSpan s_killWait = TimeSpan.FromSeconds(3);

    public ToolDefinition Definition { get; } = new()
    {
        Name = Tool,
        Summary = "Follow and control background commands",
        Description = "Follows commands started with exec that still run or ran lately: list, poll (new output), log (all output), write, submit, paste and "
            + "send-keys (input), kill, clear and remove.",
        Parameters = ToolParameters.Of("""
            {"type":"object","properties":{
              "action":{"type":"string","enum":["list","poll","log","write","send-keys","submit","paste","kill","clear","remove"],"description":"What to do"},
              "sessionId":{"type":"string","description":"Session of the command; all actions but list"},
              "data":{"type":"string","description":"write: text for its input"},
              "eof":{"type":"boolean","description":"write: end the input afterwards"},
              "keys":{"type":"array","items":{"type":"string"},"description":"send-keys: names such as Enter, C-c, Up"},
              "hex":{"type":"array","items":{"type":"string"},"description":"send-keys: bytes in hexadecimal"},
              "literal":{"type":"string","description":"send-keys: text"},
              "text":{"type":"string","description":"paste, submit: text"},
              "bracketed":{"type":"boolean","description":"paste: mark it as pasted (default true)"},
              "offset":{"type":"number","description":"log: first line, counted from 0"},
              "limit":{"type":"number","description":"log: most lines; alone: the last ones"}},
             "required":["action"]}
            """),
    };

    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        var action = arguments.Text("action");
        if (action == "list")
            return List(call.Scene.AgentId);
        if (action is not ("poll" or "log" or "write" or "send-keys" or "submit" or "paste" or "kill" or "clear" or "remove"))
            return ToolResult.Error(Tool, "action must be list, poll, log, write, send-keys, submit, paste, kill, clear or remove");
        if (arguments.Text("sessionId") is not { } id)
            return ToolResult.Error(Tool, $"sessionId is required for {action}");
        if (processes.Find(call.Scene.AgentId, id) is not { } session)
            return ToolResult.Error(Tool, $"there is no session \"{id}\"; action list shows those there are");
        return action switch
        {
            "poll" => Poll(session),
            "log" => Log(session, arguments.Whole("offset"), arguments.Whole("limit", 1)),
            "kill" => await KillAsync(session, forget: false, ct).ConfigureAwait(false),
            "remove" => await KillAsync(session, forget: true, ct).ConfigureAwait(false),
            "clear" => Clear(session),
            _ => ProcessInput.Send(session, action, arguments, call.Arguments),
        };
    }

    private ToolResult List(string scope)
    {
        var rows = processes.Of(scope);
        var lines = rows.Select(static row => $"{row.Id} {Status(row),-9} {Runtime(row),8} :: {Line(row.Order.Command)}");
        var details = new JsonObject { ["status"] = "completed", ["sessions"] = new JsonArray([.. rows.Select(Row)]) };
        return ToolResult.Text(rows.Count == 0 ? "No commands run or ran lately." : string.Join('\n', lines), ToolResult.Json(details).Details);
    }

    private static ToolResult Poll(ProcessSession session)
    {
        // Asked before the output is taken: what comes in between is not lost, it is shown by the next poll.
        var running = session.IsRunning;
        var output = session.Output.TakePending().TrimEnd();
        var state = running ? "It is still running." : $"It ended ({ExecNotices.How(session)}).";
        var details = Row(session);
        details["aggregated"] = session.Output.Tail(ExecResults.TailChars);
        return ToolResult.Text($"{(output.Length == 0 ? "(no new output)" : output)}\n\n{state}", ToolResult.Json(details).Details);
    }

    private static ToolResult Log(ProcessSession session, int? offset, int? limit)
    {
        var lines = session.Output.Text.TrimEnd('\n').Split('\n');
        var count = Math.Min(limit ?? int.MaxValue, MaxLogLines);
        var from = offset ?? (limit is null ? 0 : Math.Max(0, lines.Length - count));
        var shown = offset is null && limit is null ? lines : [.. lines.Skip(from).Take(count)];
        var details = Row(session);
        details["total"] = lines.Length;
        details["offset"] = from;
        details["lines"] = shown.Length;
        if (session.Output.Dropped > 0)
            details["truncated"] = true;
        var text = string.Join('\n', shown);
        return ToolResult.Text(text.Length == 0 ? "(no output)" : text, ToolResult.Json(details).Details);
    }

    private async Task<ToolResult> KillAsync(ProcessSession session, bool forget, CancellationToken ct)
    {
        var ran = session.IsRunning;
        if (ran)
        {
            session.Kill();
            await session.Completion.WaitAsync(s_killWait, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            if (session.IsRunning)
                return ToolResult.Error(Tool, $"session {session.Id} could not be ended");
        }

        if (forget)
            processes.Forget(session);
        return ToolResult.Text(
            (ran, forget) switch
            {
                (true, true) => $"Session {session.Id} was ended and removed.",
                (true, false) => $"Session {session.Id} was ended.",
                (false, true) => $"Session {session.Id} was removed.",
                _ => $"Session {session.Id} had ended already.",
            },
            ToolResult.Json(Row(session)).Details);
    }

    private ToolResult Clear(ProcessSession session)
    {
        if (session.IsRunning)
            return ToolResult.Error(Tool, $"session {session.Id} is still running; use kill or remove");
        processes.Forget(session);
        return ToolResult.Text($"Session {session.Id} was removed.");
    }

    private static JsonObject Row(ProcessSession session)
    {
        var row = new JsonObject
        {
            ["status"] = Status(session),
            ["sessionId"] = session.Id,
            ["pid"] = session.Pid,
            ["startedAt"] = session.StartedAt.ToUnixTimeMilliseconds(),
            ["runtimeMs"] = (long)session.Runtime.TotalMilliseconds,
            ["cwd"] = session.Order.Start.Directory,
            ["command"] = session.Order.Command,
        };
        if (session.EndedAt is { } ended)
            row["endedAt"] = ended.ToUnixTimeMilliseconds();
        if (session.Exit?.Code is { } code)
            row["exitCode"] = code;
        if (session.Exit?.Signal is { } signal)
            row["exitSignal"] = signal;
        return row;
    }

    private static string Status(ProcessSession session) => session switch
    {
        { IsRunning: true } => "running",
        { TimedOut: false, Killed: false, Exit.Code: 0 } => "completed",
        { Killed: true } => "killed",
        _ => "failed",
    };

    private static string Runtime(ProcessSession session) => string.Create(CultureInfo.InvariantCulture, $"{session.Runtime.TotalSeconds:0}s");

    private static string Line(string command)
    {
        var line = command.ReplaceLineEndings(" ");
        return line.Length > 120 ? line[..120] + "…" : line;
    }
}
