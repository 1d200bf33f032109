using Microsoft.Extensions.Logging;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools;
using OpenClaw.Nodes.Approvals;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Tools.Execution;

/// <summary>Works out what a call of <c>exec</c> means, and judges it. Starts nothing.</summary>
internal sealed class ExecPlanner(
    AgentDirectory agents, SessionStore sessions, ApprovalsStore approvals, Func<string, IReadOnlyList<string>> skillBins, ILogger logger)
{
    /// <summary>The plan; or what is wrong with the call.</summary>
    public (ExecPlan? Plan, string? Problem) Plan(ToolCall call)
    {
        var (arguments, problem) = ExecArguments.Read(call.Arguments);
        if (arguments is null)
            return (null, problem);
        if (arguments.Forged.Count > 0)
            ExecLog.Forged(logger, string.Join(", ", arguments.Forged), call.Scene.AgentId, call.Scene.RunId);
        var (settings, refused) = ExecSettings.Resolve(agents, sessions.Find(call.Scene.SessionKey), call.Scene, arguments);
        if (settings is null)
            return (null, refused);
        var warnings = new List<string>();
        var directory = Folder(arguments.Workdir, call.Scene, warnings);
        if (directory is null)
            return (null, $"the workspace {call.Scene.Workspace} does not exist");
        var (variables, leftOut) = ExecEnvironment.Build(agents.Environment, settings.Config.PathPrepend ?? [], WithSkills(call.Scene, arguments.Env));
        if (leftOut.Count > 0)
            warnings.Add($"Not set, because they change which code programs load: {string.Join(", ", leftOut)}.");
        if (arguments.Pty && !ChildProcess.CanHaveTerminal)
            warnings.Add("No terminal is available on this system; the command runs without one.");
        var place = new ExecPlace
        {
            Directory = directory,
            Home = agents.Paths.Home,
            Path = variables["PATH"],
            SafeBins = settings.Config.SafeBins ?? SafeBins.Usual,
            SkillBins = skillBins(call.Scene.AgentId),
            HasCallerVariables = arguments.Env.Keys.Except(leftOut, StringComparer.Ordinal).Any(),
        };
        var rules = ExecRules.Resolve(approvals.Read().File, call.Scene.AgentId, settings.Security, settings.Ask);
        return (new ExecPlan
        {
            Arguments = arguments,
            Settings = settings,
            Judgement = ExecJudgement.Of(arguments.Command, rules, place),
            Scene = call.Scene,
            Directory = directory,
            Variables = variables,
            Warnings = warnings,
        }, null);
    }

    private string? Folder(string? asked, ToolScene scene, List<string> warnings)
    {
        if (asked is not null)
        {
            var home = agents.Paths.Home;
            var spelled = asked == "~" ? home : asked.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, asked[2..]) : asked;
            var full = spelled.Contains('\0') ? null : Path.GetFullPath(spelled, scene.Workspace);
            if (full is not null && Directory.Exists(full))
                return full;
            warnings.Add($"The folder {asked} does not exist; the workspace is used instead.");
        }

        return Directory.Exists(scene.Workspace) ? Path.GetFullPath(scene.Workspace) : null;
    }

    /// <summary>What the configuration gives the skills of the run, under what the model asks for.</summary>
    private static Dictionary<string, string> WithSkills(ToolScene scene, IReadOnlyDictionary<string, string> asked)
    {
        var result = new Dictionary<string, string>(scene.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in asked)
            result[name] = value;
        return result;
    }
}
