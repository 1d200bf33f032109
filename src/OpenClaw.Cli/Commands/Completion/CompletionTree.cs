using System.CommandLine;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Completion;

/// <summary>What may follow each command: the one place that builds every branch.</summary>
internal static class CompletionTree
{
    /// <summary>Path of a command (empty for the program itself) to the words that may follow it.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<string> Words)> Of(CliContext context)
    {
        var result = new List<(string, IReadOnlyList<string>)>
        {
            ("", [.. Verbs.All.Select(v => v.Name), "--dev", "--profile", "--no-color", "--version", "--help"]),
        };
        foreach (var verb in Verbs.All)
            Add(result, verb.Name, GlobalOptions.AddTo(verb.Build(context)));
        return result;
    }

    private static void Add(List<(string Path, IReadOnlyList<string> Words)> result, string path, Command command)
    {
        var subcommands = command.Subcommands.Where(c => !c.Hidden).ToArray();
        result.Add((path, [.. subcommands.Select(c => c.Name), .. command.Options.Where(o => !o.Hidden).Select(o => o.Name)]));
        foreach (var subcommand in subcommands)
            Add(result, $"{path} {subcommand.Name}", subcommand);
    }
}
