using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools;
using OpenClaw.Gateway.ControlPlane.Approvals;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>What <c>exec</c> answers (spec 09 §3.1).</summary>
internal static class ExecResults
{
    public const string Tool = "exec";
    public const int TailChars = 2000;

    /// <summary>The command is over.</summary>
    public static ToolResult Over(ExecPlan plan, ProcessSession session)
    {
        var output = Output(session);
        if (Failure(session) is { } failure)
            return ToolResult.Error(Tool, Warned(plan, output.Length == 0 ? failure : $"{output}\n\n{failure}"));
        var details = new JsonObject
        {
            ["status"] = "completed",
            ["exitCode"] = session.Exit?.Code ?? 0,
            ["durationMs"] = (long)session.Runtime.TotalMilliseconds,
            ["aggregated"] = output,
            ["cwd"] = plan.Directory,
        };
        return ToolResult.Text(Warned(plan, output.Length == 0 ? "(no output)" : output), ToolResult.Json(details).Details);
    }

    /// <summary>The command goes on in the background.</summary>
    public static ToolResult Running(ExecPlan plan, ProcessSession session)
    {
        var what = session.ShellExited.IsCompleted ? "The command is done, but what it started is still running" : "The command is still running";
        return ToolResult.Text(
            Warned(plan, $"{what} (session {session.Id}, pid {session.Pid}). Use the process tool (poll, log, write, kill) to follow it."),
            Snapshot(plan, session));
    }

    /// <summary>For progress updates.</summary>
    public static ToolResult Progress(ExecPlan plan, ProcessSession session) =>
        ToolResult.Text(session.Output.Tail(TailChars), Snapshot(plan, session));

    /// <summary>A person is asked.</summary>
    public static ToolResult Pending(ExecPlan plan, PendingApproval pending)
    {
        var details = new JsonObject
        {
            ["status"] = "approval-pending",
            ["approvalId"] = pending.Id,
            ["approvalSlug"] = pending.Slug,
            ["expiresAtMs"] = pending.ExpiresAtMs,
            ["host"] = plan.Settings.Host,
            ["command"] = plan.Arguments.Command,
            ["cwd"] = plan.Directory,
        };
        return ToolResult.Text(
            Warned(plan, $"The owner must approve this command: say so, and that /approve {pending.Slug} allow-once (or allow-always, or deny) decides. It runs as soon as that happens, and you will be told how it ended; do not ask for it again."),
            ToolResult.Json(details).Details);
    }

    /// <summary>The command does not run.</summary>
    public static ToolResult Refused(ExecPlan plan) =>
        ToolResult.Error(Tool, Warned(plan, $"The command was not run: {plan.Judgement.Reason}. The owner can change that with tools.exec or \"openclaw approvals\"."));

    private static System.Text.Json.JsonElement? Snapshot(ExecPlan plan, ProcessSession session) => ToolResult.Json(new JsonObject
    {
        ["status"] = "running",
        ["sessionId"] = session.Id,
        ["pid"] = session.Pid,
        ["startedAt"] = session.StartedAt.ToUnixTimeMilliseconds(),
        ["cwd"] = plan.Directory,
        ["tail"] = session.Output.Tail(TailChars),
    }).Details;

    private static string Output(ProcessSession session)
    {
        var text = session.Output.Text.Trim();
        return session.Output.Dropped is > 0 and var dropped
            ? string.Create(CultureInfo.InvariantCulture, $"[the first {dropped} characters were cut]\n{text}")
            : text;
    }

    private static string? Failure(ProcessSession session) => session switch
    {
        { TimedOut: true } => string.Create(CultureInfo.InvariantCulture, $"Command timed out after {session.Order.Timeout.TotalSeconds:0.###} seconds"),
        { Exit.Code: 0 } => null,
        { Exit.Code: { } code } => string.Create(CultureInfo.InvariantCulture, $"Command exited with code {code}"),
        { Exit.Signal: { } signal } => $"Command aborted by signal {signal}",
        _ => "Command ended, its exit code is unknown",
    };

    private static string Warned(ExecPlan plan, string text) => plan.Warnings.Count == 0 ? text : $"{string.Join('\n', plan.Warnings)}\n\n{text}";
}
