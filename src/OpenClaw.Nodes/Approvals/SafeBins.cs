namespace OpenClaw.Nodes.Approvals;

/// <summary>
/// Executables that need no entry while they only turn standard input into standard output (spec 09 §3.3). For each of the usual ones the
/// options that keep to that are listed; whatever is not listed is a miss, because several of them can write files or start programs
/// (<c>sort -o</c>, <c>sort --compress-program</c>, the second operand of <c>uniq</c>).
/// </summary>
public static class SafeBins
{
    /// <summary>The list when <c>tools.exec.safeBins</c> is not set.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["jq", "grep", "cut", "sort", "uniq", "head", "tail", "tr", "wc"];

    // Flags without a value, flags with one, operands.
    private static readonly Dictionary<string, (string Flags, string Valued, string[] Long, int Operands)> s_known = new(StringComparer.Ordinal)
    {
        ["jq"] = ("nrcjaSCMse", "", ["--raw-output", "--compact-output", "--slurp", "--null-input", "--sort-keys", "--raw-input", "--exit-status", "--tab"], 1),
        ["grep"] = ("EFGPivwxcnoqsahHzbL", "ABCme", ["--extended-regexp", "--fixed-strings", "--ignore-case", "--invert-match", "--count", "--only-matching", "--quiet", "--line-number"], 1),
        ["cut"] = ("nsz", "bcdf", ["--complement", "--only-delimited"], 0),
        ["sort"] = ("bdfgiMhnRrVcCmsuz", "kt", ["--reverse", "--unique", "--numeric-sort", "--human-numeric-sort", "--version-sort", "--ignore-case", "--stable"], 0),
        ["uniq"] = ("cdDiuz", "fsw", ["--count", "--repeated", "--unique", "--ignore-case"], 0),
        ["head"] = ("qvz0123456789", "nc", ["--quiet", "--verbose"], 0),
        ["tail"] = ("qvz0123456789", "nc", ["--quiet", "--verbose"], 0),
        ["tr"] = ("cCdst", "", ["--complement", "--delete", "--squeeze-repeats", "--truncate-set1"], 2),
        ["wc"] = ("clLmw", "", ["--bytes", "--chars", "--lines", "--words", "--max-line-length"], 0),
    };

    // A program of that name in a folder of the user's own could be anybody's work.
    private static readonly string[] s_trusted =
        ["/bin/", "/usr/bin/", "/usr/local/bin/", "/sbin/", "/usr/sbin/", "/opt/homebrew/bin/", "/run/current-system/sw/bin/", "/nix/store/"];

    /// <summary>True for an executable in one of the system's folders.</summary>
    public static bool IsTrusted(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return OperatingSystem.IsWindows()
            ? path.StartsWith(Environment.SystemDirectory, StringComparison.OrdinalIgnoreCase)
            : s_trusted.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
    }

    /// <summary>True when the use keeps to standard input.</summary>
    /// <param name="name">Name of the executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="directory">Working directory.</param>
    public static bool Allows(string name, IReadOnlyList<ShellWord> arguments, string directory)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        // A word that the shell expands could become a file name.
        if (arguments.Any(static word => !word.Literal))
            return false;
        return s_known.TryGetValue(name, out var rules)
            ? Keeps(name, arguments, rules.Flags, rules.Valued, rules.Long, rules.Operands)
            : arguments.All(word => !NamesFile(word.Text, directory));
    }

    private static bool Keeps(string name, IReadOnlyList<ShellWord> arguments, string flags, string valued, string[] longs, int operands)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var text = arguments[i].Text;
            if (text.StartsWith("--", StringComparison.Ordinal))
            {
                if (!longs.Contains(text, StringComparer.Ordinal))
                    return false;
                continue;
            }

            if (text.Length < 2 || text[0] != '-')
            {
                if (text == "-" || --operands < 0 || (name == "jq" && LoadsFiles(text)))
                    return false;
                continue;
            }

            var at = 1;
            while (at < text.Length && flags.Contains(text[at]))
                at++;
            if (at == text.Length)
                continue;
            if (!valued.Contains(text[at]))
                return false;
            // The pattern of "grep -e" takes the place of the operand: a second one would be a file.
            if (text[at] == 'e')
                operands = 0;
            if (at == text.Length - 1 && ++i == arguments.Count)
                return false;
        }

        return true;
    }

    // Modules, the environment and the input's file name are none of standard input.
    private static bool LoadsFiles(string program) =>
        program.Contains("import", StringComparison.Ordinal)
        || program.Contains("include", StringComparison.Ordinal)
        || program.Contains("env", StringComparison.Ordinal)
        || program.Contains("ENV", StringComparison.Ordinal)
        || program.Contains("input_filename", StringComparison.Ordinal)
        || program.Contains("modulemeta", StringComparison.Ordinal);

    private static bool NamesFile(string text, string directory)
    {
        var value = text.StartsWith('-') && text.Contains('=') ? text[(text.IndexOf('=') + 1)..] : text;
        if (value.AsSpan().IndexOfAny('/', '\\', '~') >= 0 || value is "." or "..")
            return true;
        var full = Path.GetFullPath(value.Length == 0 ? "-" : value, directory);
        return File.Exists(full) || Directory.Exists(full);
    }
}
