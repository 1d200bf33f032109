using Microsoft.Extensions.Logging;
using OpenClaw.Configuration;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>Starts planned commands that may run.</summary>
internal sealed class ExecRunner(
    ProcessSessions processes, ApprovalsStore approvals, ExecNotices notices, Func<EnvironmentVariables> environment, ILogger logger)
{
    /// <summary>Starts it; or says why it cannot be started. Its end is told to the session when nobody waits for it by then.</summary>
    public (ProcessSession? Session, string? Problem) Start(ExecPlan plan, bool tellEnd)
    {
        var shell = ShellCommand.Of(environment()["SHELL"], plan.Variables["PATH"]);
        return processes.Start(new ProcessOrder
        {
            Scope = plan.Scene.AgentId,
            SessionKey = plan.Scene.SessionKey,
            Command = plan.Shown,
            Start = new ChildStart
            {
                Executable = shell.Executable,
                Arguments = [.. shell.Arguments, plan.Judgement.LineToRun(plan.Arguments.Command)],
                Directory = plan.Directory,
                Environment = Complete(plan),
                Terminal = plan.Arguments.Pty && ChildProcess.CanHaveTerminal,
                Input = true,
            },
            Timeout = plan.Settings.Timeout,
            Keep = plan.Settings.Keep,
            Ended = session =>
            {
                if (tellEnd && session is { InBackground: true, Killed: false } && plan.Settings.Config.NotifyOnExit != false)
                    notices.Ended(session);
            },
        });
    }

    /// <summary>Notes which entries allowed it.</summary>
    public async Task NoteUseAsync(ExecPlan plan, CancellationToken ct)
    {
        var used = plan.Judgement.Check.Commands.Where(static command => command.Entry is not null).ToList();
        if (used.Count == 0)
            return;
        try
        {
            await approvals.UsedAsync(used, plan.Arguments.Command, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or TimeoutException)
        {
            ExecLog.NotStored(logger, "exec-approvals.json", e.Message);
        }
    }

    private static Dictionary<string, string> Complete(ExecPlan plan)
    {
        var result = new Dictionary<string, string>(plan.Variables) { ["PWD"] = plan.Directory };
        if (plan.Arguments.Pty)
        {
            result["TERM"] = "xterm-256color";
            result["COLUMNS"] = "120";
            result["LINES"] = "30";
        }

        return result;
    }
}
