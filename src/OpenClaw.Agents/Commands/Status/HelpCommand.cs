using System.Text;

namespace OpenClaw.Agents.Commands.Status;

/// <summary><c>/help</c>: the commands most people need.</summary>
public sealed class HelpCommand(CommandBook book) : ICommand
{
    private static readonly string[][] s_lines =
    [
        ["new", "reset", "stop", "compact"],
        ["think", "verbose", "model", "usage", "queue"],
        ["status", "whoami", "context"],
        ["skill"],
    ];

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("help", "How to talk to me.", CommandGroup.Status) { IsShortcut = true };

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var offered = book.For(scene).Select(static command => command.Info).ToList();
        var text = new StringBuilder("Write to me as you would to a person. These words do something at once:\n");
        foreach (var names in s_lines)
        {
            var infos = names.Select(name => offered.FirstOrDefault(info => info.Name == name)).OfType<CommandInfo>().ToList();
            if (infos.Count > 0)
                text.Append('\n').Append(infos[0].Group).Append(": ").AppendJoin(" · ", infos.Select(CommandList.Usage));
        }

        return Task.FromResult(CommandAnswer.Say(text.Append("\n\nAll of them: /commands").ToString()));
    }
}
