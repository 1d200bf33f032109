using System.Text.RegularExpressions;
using OpenClaw.Agents.Commands.Options;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Commands;

/// <summary>Finds and carries out what is a command in a message (spec 08 §19); the rest goes to the model.</summary>
/// <param name="book">All commands.</param>
/// <param name="skills">Skills that people may call by name.</param>
/// <param name="models">Models that may be chosen.</param>
/// <param name="config">The current configuration.</param>
public sealed partial class CommandDesk(CommandBook book, ISkillPrompts skills, ModelMenu models, Func<OpenClawConfig> config)
{
    /// <summary>Name of the command that begins a session anew; triggers lead to it.</summary>
    public const string NewSession = "new";

    private static readonly CommandVerdict.Ignored s_ignored = new();

    /// <summary>Deals with a message.</summary>
    public async Task<CommandVerdict> ReadAsync(CommandScene scene, string message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var text = message.Trim();
        if (ResetTriggers.After(text, config().Session.ResetTriggers) is { } opening && book.Named(NewSession) is { } anew)
            return await RunAsync(anew, scene, opening, ct).ConfigureAwait(false);
        if (CommandLine.Parse(text) is { } line)
        {
            if (book.Find(line.Name, scene) is { } command && await WholeAsync(command, scene, line, text, ct).ConfigureAwait(false) is { } verdict)
                return verdict;
            if (skills.Find(scene.AgentId, line.Name) is { } skill)
                return scene.Sender.IsAuthorised ? Asked(skills.Prompt(scene.AgentId, skill, line.Everything)) : s_ignored;
        }

        if (!scene.Sender.IsAuthorised)
            return new CommandVerdict.Runs(text, MessageDirectives.None, []);
        return await MixedAsync(scene, text, ct).ConfigureAwait(false);
    }

    /// <summary>A message that is a command as a whole; null when it is more than that.</summary>
    private async Task<CommandVerdict?> WholeAsync(ICommand command, CommandScene scene, CommandLine line, string text, CancellationToken ct)
    {
        var info = command.Info;
        if (command is IDirectiveCommand)
        {
            if (!scene.Sender.IsAuthorised)
                return s_ignored;
            var (found, rest) = Directives(scene, text);
            if (found.Any && rest.Length == 0)
                return await ConfirmAsync(scene, found, ct).ConfigureAwait(false);

            // Level and text: this run only. Without a level, or with a word that is none, the command says which there are.
            return found.Any && !rest.StartsWith('/') ? null : await RunAsync(command, scene, line.Everything, ct).ConfigureAwait(false);
        }

        if (info.Arguments is null && line.Everything.Length > 0)
            return null;
        if (!info.TakesText && line.More.Length > 0)
            return null;
        return await RunAsync(command, scene, line.Everything, ct).ConfigureAwait(false);
    }

    private async Task<CommandVerdict> MixedAsync(CommandScene scene, string text, CancellationToken ct)
    {
        var answers = new List<string>();
        var shortcuts = Shortcut().Matches(text).Select(static match => match.Groups["name"].Value)
            .Where(name => book.Find(name, scene) is { Info.IsShortcut: true }).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var name in shortcuts)
        {
            if (await book.Find(name, scene)!.RunAsync(scene, string.Empty, ct).ConfigureAwait(false) is CommandAnswer.Says said)
                answers.Add(said.Text);
        }

        if (shortcuts.Count > 0)
            text = Shortcut().Replace(text, match => shortcuts.Contains(match.Groups["name"].Value, StringComparer.OrdinalIgnoreCase) ? string.Empty : match.Value);
        var (found, rest) = Directives(scene, text.Trim());
        if (rest.Length > 0 || (answers.Count == 0 && !found.Any))
            return new CommandVerdict.Runs(rest, found, answers);
        if (found.Any && await ConfirmAsync(scene, found, ct).ConfigureAwait(false) is CommandVerdict.Answered confirmed)
            answers.Add(confirmed.Text);
        return new CommandVerdict.Answered(string.Join("\n\n", answers));
    }

    private (MessageDirectives Found, string Text) Directives(CommandScene scene, string text) =>
        MessageDirectives.Read(text, word => models.Exact(scene.AgentId, word));

    /// <summary>A message of nothing but directives changes the session.</summary>
    private async Task<CommandVerdict> ConfirmAsync(CommandScene scene, MessageDirectives found, CancellationToken ct)
    {
        var lines = new List<string>();
        foreach (var line in found.Lines)
        {
            if (book.Find(line.Name, scene) is { } command && await command.RunAsync(scene, line.Arguments, ct).ConfigureAwait(false) is CommandAnswer.Says said)
                lines.Add(said.Text);
        }

        return new CommandVerdict.Answered(string.Join('\n', lines));
    }

    private static async Task<CommandVerdict> RunAsync(ICommand command, CommandScene scene, string arguments, CancellationToken ct)
    {
        if (!scene.Sender.IsAuthorised)
            return s_ignored;
        if (command.Info.OwnerOnly && !scene.Sender.IsOwner)
            return scene.IsGroup ? s_ignored : new CommandVerdict.Answered($"/{command.Info.Name} is for the owner of this gateway only.");
        return await command.RunAsync(scene, arguments, ct).ConfigureAwait(false) switch
        {
            CommandAnswer.Says said => new CommandVerdict.Answered(said.Text),
            CommandAnswer.Asks asked => Asked(asked),
            _ => s_ignored,
        };
    }

    private static CommandVerdict.Runs Asked(CommandAnswer.Asks asked) =>
        new(asked.Prompt, MessageDirectives.None with { Model = asked.Model }, []) { Note = asked.Note };

    [GeneratedRegex(@"(?:^|\s)/(?<name>help|commands|status|whoami|id)(?=\s|$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Shortcut();
}
