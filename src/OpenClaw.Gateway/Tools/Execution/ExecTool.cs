using OpenClaw.Agents.Tools;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary><c>exec</c>: runs command lines on the gateway's host, within what the owner allows (spec 09 §3).</summary>
internal sealed class ExecTool(ExecPlanner planner, ExecRunner runner, ExecApprovals approvals, TimeProvider time) : ITool
{
    private static readonly TimeSpan s_updates = TimeSpan.FromMilliseconds(500);

    public ToolDefinition Definition { get; } = new()
    {
        Name = ExecResults.Tool,
        Summary = "Run shell commands",
        Description = "Runs a command line in a shell. A command that takes longer than yieldMs goes on in the background: follow it with the process tool. "
            + "The owner may have to approve a command first; then the answer comes later by itself.",
        Parameters = ToolParameters.Of("""
            {"type":"object","properties":{
              "command":{"type":"string","description":"Command line"},
              "workdir":{"type":"string","description":"Folder to run in; default the workspace"},
              "env":{"type":"object","additionalProperties":{"type":"string"},"description":"Variables to set"},
              "yieldMs":{"type":"number","description":"Milliseconds to wait before it goes on in the background (default 10000)"},
              "background":{"type":"boolean","description":"Run in the background at once"},
              "timeout":{"type":"number","description":"Seconds after which it is ended (default 1800)"},
              "pty":{"type":"boolean","description":"Run on a terminal, for programs that need one"},
              "elevated":{"type":"boolean","description":"Run outside the sandbox, if the owner allows it"},
              "host":{"type":"string","enum":["sandbox","gateway","node"],"description":"Where to run"},
              "security":{"type":"string","enum":["deny","allowlist","full"],"description":"A stricter level than the configured one"},
              "ask":{"type":"string","enum":["off","on-miss","always"],"description":"Ask the owner more often than configured"},
              "node":{"type":"string","description":"Node for host=node"}},
             "required":["command"]}
            """),
    };

    public async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var (plan, problem) = planner.Plan(call);
        if (plan is null)
            return ToolResult.Error(ExecResults.Tool, problem!);
        switch (plan.Judgement.Verdict)
        {
            case ExecVerdict.Run:
                return await StartAsync(plan, call, ct).ConfigureAwait(false);
            case ExecVerdict.Ask:
                var (pending, why) = approvals.Ask(plan);
                return pending is null ? ToolResult.Error(ExecResults.Tool, why!) : ExecResults.Pending(plan, pending);
            default:
                return ExecResults.Refused(plan);
        }
    }

    private async Task<ToolResult> StartAsync(ExecPlan plan, ToolCall call, CancellationToken ct)
    {
        var (session, problem) = runner.Start(plan, tellEnd: true);
        if (session is null)
            return ToolResult.Error(ExecResults.Tool, problem!);
        await runner.NoteUseAsync(plan, ct).ConfigureAwait(false);
        var last = time.GetTimestamp();
        void Report()
        {
            if (time.GetElapsedTime(last) < s_updates)
                return;
            last = time.GetTimestamp();
            call.Progress?.Invoke(ExecResults.Progress(plan, session));
        }

        session.Printed += Report;
        try
        {
            await WaitAsync(plan, session, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            session.Kill();
            throw;
        }
        finally
        {
            session.Printed -= Report;
        }

        return session.Background() ? ExecResults.Running(plan, session) : ExecResults.Over(plan, session);
    }

    private async Task WaitAsync(ExecPlan plan, ProcessSession session, CancellationToken ct)
    {
        if (plan.Settings.Yield == TimeSpan.Zero)
            return;
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var limit = Task.Delay(plan.Settings.Yield, time, wait.Token);
        await Task.WhenAny(session.Completion, session.ShellExited, limit).ConfigureAwait(false);
        // A shell that is done usually means that all is done: what it left is looked for a moment later.
        if (session.ShellExited.IsCompleted && session.IsRunning)
            await Task.WhenAny(session.Completion, Task.Delay(TimeSpan.FromSeconds(1), time, wait.Token), limit).ConfigureAwait(false);
        await wait.CancelAsync().ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
    }
}
