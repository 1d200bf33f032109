namespace OpenClaw.Nodes.Approvals;

/// <summary>
/// A command line taken apart as far as that can be done with certainty: simple commands joined by <c>&amp;&amp;</c>, <c>||</c>, <c>;</c> and
/// <c>|</c>. Everything else (redirection, substitution, grouping, background, line breaks, assignments, an expanded command word) is not
/// analysable: such a line is never on an allow list.
/// </summary>
/// <param name="Commands">The words of each command, in order; empty when the line is not analysable.</param>
/// <param name="Problem">Why not; null when it is analysable.</param>
public sealed record ShellLine(IReadOnlyList<IReadOnlyList<ShellWord>> Commands, string? Problem)
{
    private const int MaxChars = 32 * 1024;
    private const int MaxCommands = 64;

    /// <summary>Takes a line apart.</summary>
    public static ShellLine Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (OperatingSystem.IsWindows())
            return new ShellLine([], "PowerShell lines are not analysed");
        if (line.Length > MaxChars)
            return new ShellLine([], "the line is too long");
        var scanner = new ShellScanner(line);
        var commands = new List<IReadOnlyList<ShellWord>>();
        var words = new List<ShellWord>();
        while (true)
        {
            var token = scanner.Next();
            if (scanner.Problem is { } problem)
                return new ShellLine([], problem);
            if (token is { } word)
            {
                words.Add(word);
                continue;
            }

            if (words.Count == 0)
                return new ShellLine([], commands.Count == 0 ? "the line is empty" : "a command is missing beside an operator");
            if (CommandProblem(words[0]) is { } unclear)
                return new ShellLine([], unclear);
            commands.Add([.. words]);
            words.Clear();
            if (commands.Count > MaxCommands)
                return new ShellLine([], "too many commands in one line");
            if (scanner.AtEnd)
                return new ShellLine(commands, null);
        }
    }

    private static string? CommandProblem(ShellWord word)
    {
        if (!word.Literal)
            return "the name of the command is expanded by the shell";
        if (word.Text.Length == 0)
            return "the name of the command is empty";
        return word.Text.Contains('=') ? "variables are set before a command" : null;
    }
}
