using System.Globalization;
using System.Text;

namespace OpenClaw.Agents.Commands.Status;

/// <summary><c>/commands</c>: everything the sender may use, by group; in pages on Telegram, where a message is short.</summary>
public sealed class CommandsCommand(CommandBook book, ISkillPrompts skills) : ICommand
{
    private const int PerPage = 8;
    private const string PagedChannel = "telegram";

    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("commands", "All commands.", CommandGroup.Status) { Arguments = "[page]", IsShortcut = true };

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var lines = Lines(scene);
        if (scene.Channel != PagedChannel)
            return Task.FromResult(CommandAnswer.Say(Print(lines)));
        var pages = (lines.Count + PerPage - 1) / PerPage;
        var page = int.TryParse(arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, pages) : 1;
        var text = Print(lines.Skip((page - 1) * PerPage).Take(PerPage));
        return Task.FromResult(CommandAnswer.Say(pages == 1 ? text : $"{text}\n\nPage {page} of {pages}: /commands {(page == pages ? 1 : page + 1)}"));
    }

    private List<(CommandGroup Group, string Text)> Lines(CommandScene scene) =>
    [
        .. book.For(scene).Select(static command => (command.Info.Group, CommandList.Line(command.Info)))
            .Concat(skills.All(scene.AgentId).Select(static skill => (CommandGroup.Tools, $"/{skill.Command} [input] — {skill.Summary}")))
            .OrderBy(static line => line.Item1),
    ];

    private static string Print(IEnumerable<(CommandGroup Group, string Text)> lines)
    {
        var text = new StringBuilder();
        foreach (var group in lines.GroupBy(static line => line.Group))
        {
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append(group.Key).Append('\n').AppendJoin('\n', group.Select(static line => line.Text));
        }

        return text.ToString();
    }
}
