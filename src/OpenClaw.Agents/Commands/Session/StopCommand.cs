namespace OpenClaw.Agents.Commands.Session;

/// <summary><c>/stop</c>: ends what is going on. A message of that word alone is dealt with before all queues; this is for the rest.</summary>
public sealed class StopCommand(ISessionStops stops) : ICommand
{
    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("stop", "Stop what is going on.", CommandGroup.Session);

    /// <summary>What is said.</summary>
    public static string Text(int messages, int subagents) => (messages, subagents) switch
    {
        (0, 0) => "Nothing was running.",
        (_, 0) => "Stopped.",
        (_, 1) => "Stopped, with 1 sub-agent.",
        _ => $"Stopped, with {subagents} sub-agents.",
    };

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var (messages, subagents) = stops.Stop(scene.SessionKey, scene.RunId);
        return Task.FromResult(CommandAnswer.Say(Text(messages, subagents)));
    }
}
