using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Tools.Elevated;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Gateway.Conversations.Inbound.Commands;

/// <summary>
/// <c>/bash</c> and <c>!</c>: the owner's own shell on the host. Off unless <c>commands.bash</c>, and only where elevated commands are
/// allowed. What takes longer than two seconds goes on in the background.
/// </summary>
internal sealed class BashCommand(ProcessSessions processes, AgentDirectory agents) : ICommand
{
    private const string Scope = "chat-bash";
    private const int MaxShown = 3500;
    private static readonly TimeSpan s_foreground = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(30);

    public CommandInfo Info { get; } = new("bash", "Run a command on the host (also ! command).", CommandGroup.Tools)
    {
        Arguments = "<command> | poll [id] | stop [id]",
        TakesText = true,
        OwnerOnly = true,
    };

    public bool IsOffered(CommandScene scene) => agents.Config.Commands.Bash;

    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var gate = ElevatedGate.Of(agents, scene.AgentId, scene.IsMessaging ? scene.Channel : null, scene.Caller);
        if (!gate.IsOpen)
            return CommandAnswer.Say($"/bash is not available: {string.Join("; ", gate.Problems)}.");
        var words = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => CommandAnswer.Say("Use /bash <command>, /bash poll or /bash stop."),
            ["poll"] or ["poll", _] => CommandAnswer.Say(Poll(scene, words.ElementAtOrDefault(1))),
            ["stop"] or ["stop", _] => CommandAnswer.Say(Stop(scene, words.ElementAtOrDefault(1))),
            _ => CommandAnswer.Say(await StartAsync(scene, arguments, ct).ConfigureAwait(false)),
        };
    }

    private async Task<string> StartAsync(CommandScene scene, string line, CancellationToken ct)
    {
        // The answer goes into a chat: what is secret to the gateway must not be one `env` away.
        var (variables, _) = ExecEnvironment.Build(agents.Environment, agents.Config.Exec.PathPrepend ?? [], new Dictionary<string, string>());
        var shell = ShellCommand.Of(agents.Environment["SHELL"], variables["PATH"]);
        var (session, problem) = processes.Start(new ProcessOrder
        {
            Scope = Scope,
            SessionKey = scene.SessionKey,
            Command = line,
            Start = new ChildStart
            {
                Executable = shell.Executable,
                Arguments = [.. shell.Arguments, line],
                Directory = Directory.Exists(agents.Workspace(scene.AgentId)) ? agents.Workspace(scene.AgentId) : agents.Paths.Home,
                Environment = variables,
            },
            Timeout = s_longest,
            Keep = s_keep,
        });
        if (session is null)
            return $"Not started: {problem}";
        await session.Completion.WaitAsync(s_foreground, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        if (!session.IsRunning || !session.Background())
            return Ended(session);
        return $"Still running as {session.Id}. /bash poll {session.Id} shows more, /bash stop {session.Id} ends it.\n{Shown(session)}";
    }

    private string Poll(CommandScene scene, string? id)
    {
        if (Find(scene, id) is not { } session)
            return "No command of this chat is known by that name.";
        return session.IsRunning ? $"{session.Id} is running ({session.Runtime.TotalSeconds:0} s).\n{Shown(session)}" : Ended(session);
    }

    private string Stop(CommandScene scene, string? id)
    {
        if (Find(scene, id) is not { IsRunning: true } session)
            return "Nothing of this chat is running by that name.";
        session.Kill();
        return $"Stopped {session.Id}.";
    }

    /// <summary>A command of this chat: the named one, else the youngest.</summary>
    private ProcessSession? Find(CommandScene scene, string? id) =>
        processes.Of(Scope).Where(session => session.Order.SessionKey == scene.SessionKey && (id is null || session.Id == id))
            .OrderByDescending(static session => session.StartedAt).FirstOrDefault();

    private static string Ended(ProcessSession session)
    {
        var how = session.TimedOut ? "out of time" : session.Exit is { Code: { } code } ? $"exit {code}" : $"ended by {session.Exit?.Signal ?? "a signal"}";
        return $"{Shown(session)}\n({how})".Trim();
    }

    private static string Shown(ProcessSession session)
    {
        var text = session.Output.Tail(MaxShown).TrimEnd();
        return text.Length == 0 ? "(no output)" : $"```\n{text}\n```";
    }
}
