using System.Text;
using OpenClaw.Nodes.Execution;

namespace OpenClaw.Nodes.Approvals;

/// <summary>What the allow list says about a command line (spec 09 §3.3).</summary>
/// <param name="Line">The line, taken apart.</param>
/// <param name="Commands">Its commands, looked up; empty when the line is not analysable.</param>
/// <param name="Problem">Why it is not a hit; null for a hit.</param>
public sealed record AllowlistCheck(ShellLine Line, IReadOnlyList<AllowedCommand> Commands, string? Problem)
{
    /// <summary>True when every part may run without asking.</summary>
    public bool IsHit => Problem is null;

    /// <summary>The executable to show to people: the first command's; null when it was not found or the line is not analysable.</summary>
    public string? ResolvedPath => Commands.Count > 0 ? Commands[0].Path : null;

    /// <summary>Looks a line up.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="place">Where it would run.</param>
    public static AllowlistCheck Of(string line, ExecRules rules, ExecPlace place)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(place);
        var parsed = ShellLine.Parse(line);
        if (parsed.Problem is { } unclear)
            return new AllowlistCheck(parsed, [], $"not analysable: {unclear}");
        List<AllowedCommand> commands = [.. parsed.Commands.Select(words => Look(words, rules, place))];
        var miss = commands.FirstOrDefault(static command => !command.Allowed);
        var problem = miss is null
            ? place.HasCallerVariables ? "variables are set for the command" : null
            : miss.Path is null ? $"{miss.Name.Text} was not found" : $"{miss.Path} is not on the allow list";
        return new AllowlistCheck(parsed, commands, problem);
    }

    /// <summary>
    /// The line as it is run: every command word replaced by the quoted path that was looked up, so that the shell neither searches
    /// again nor takes it for a keyword, builtin or alias.
    /// </summary>
    public string Pinned(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var result = new StringBuilder();
        var from = 0;
        foreach (var command in Commands.Where(static command => command.Path is not null))
        {
            result.Append(line, from, command.Name.Start - from)
                .Append('\'').Append(command.Path!.Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'');
            from = command.Name.End;
        }

        return result.Append(line, from, line.Length - from).ToString();
    }

    private static AllowedCommand Look(IReadOnlyList<ShellWord> words, ExecRules rules, ExecPlace place)
    {
        var (name, arguments) = (words[0], words.Skip(1).ToList());
        var path = Executables.Find(name.Text, place.Path, place.Directory, place.Home);
        if (path is null || Carriers.Is(path, arguments))
            return new AllowedCommand(name, path, null, Allowed: false, CanBeListed: false);
        var entry = rules.Allowlist.FirstOrDefault(entry => AllowlistPattern.Matches(entry.Pattern, path, place.Home));
        // A bare name only: "./grep" is whatever somebody put there.
        var bare = !name.Text.Contains('/') && !name.Text.Contains('\\');
        var free = bare && ((SafeBins.IsTrusted(path) && place.SafeBins.Contains(name.Text, StringComparer.Ordinal) && SafeBins.Allows(name.Text, arguments, place.Directory))
            || (rules.AutoAllowSkills && place.SkillBins.Contains(name.Text, StringComparer.Ordinal)));
        return new AllowedCommand(name, path, entry, entry is not null || free, CanBeListed: true);
    }
}
