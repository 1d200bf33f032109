using System.CommandLine;
using OpenClaw.Protocol;

namespace OpenClaw.Cli.Invocation;

/// <summary>The help pages (spec 04 §1.1): usage, description, options, commands, and where to read more.</summary>
internal static class HelpText
{
    private const string Docs = "Docs: https://docs.openclaw.ai/cli";

    public static void WriteRoot(TextWriter output)
    {
        output.WriteLine($"OpenClaw {ProductVersion.Text}");
        output.WriteLine();
        output.WriteLine("Usage: openclaw [--dev] [--profile <name>] [--no-color] <command> [options]");
        output.WriteLine();
        output.WriteLine("An always-on gateway for a personal assistant, and its command line.");
        Section(output, "Options:",
        [
            ("--dev", "Use the profile \"dev\": own config, state and port 19001"),
            ("--profile <name>", "Use a profile: own config, state, identity and log"),
            ("--no-color", "No colours"),
            ("-V, --version", "Print the version"),
            ("-h, --help", "Show help"),
        ]);
        Section(output, "Commands:", [.. Verbs.All.Select(v => (v.Name, v.Summary))]);
        output.WriteLine();
        output.WriteLine(Docs);
    }

    public static void Write(TextWriter output, Command command)
    {
        var arguments = string.Concat(command.Arguments.Where(a => !a.Hidden).Select(a => $" {NameOf(a)}"));
        var commands = command.Subcommands.Count > 0 ? (command.Action is null ? " <command>" : " [command]") : "";
        output.WriteLine($"Usage: openclaw {PathOf(command)} [options]{commands}{arguments}");
        output.WriteLine();
        output.WriteLine(command.Description);
        if (command.Arguments.Any(a => !a.Hidden && a.Description is not null))
            Section(output, "Arguments:", [.. command.Arguments.Where(a => !a.Hidden).Select(a => (NameOf(a), a.Description ?? ""))]);
        var options = command.Options.Where(o => !o.Hidden && o != GlobalOptions.Help).Append(GlobalOptions.Help);
        Section(output, "Options:", [.. options.Select(o => (NameOf(o), o.Description ?? ""))]);
        if (command.Subcommands.Any(c => !c.Hidden))
            Section(output, "Commands:", [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? ""))]);
        output.WriteLine();
        output.WriteLine(Docs);
    }

    /// <summary>The words that lead to a command, without the program's name.</summary>
    public static string PathOf(Command command)
    {
        var words = new List<string>();
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            words.Insert(0, at.Name);
        return string.Join(' ', words);
    }

    private static string NameOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(n => n.Length));
        return option.ValueType == typeof(bool) ? names : $"{names} <{option.HelpName ?? "value"}>";
    }

    private static string NameOf(Argument argument)
    {
        var name = argument.HelpName ?? argument.Name;
        var many = argument.Arity.MaximumNumberOfValues > 1 ? "..." : "";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}{many}]" : $"<{name}{many}>";
    }

    private static void Section(TextWriter output, string title, IReadOnlyList<(string Name, string Text)> rows)
    {
        output.WriteLine();
        output.WriteLine(title);
        var width = Math.Min(rows.Max(r => r.Name.Length), 34) + 2;
        foreach (var (name, text) in rows)
            output.WriteLine($"  {name.PadRight(width)}{(name.Length > width - 2 ? $"\n  {new string(' ', width)}" : "")}{text}");
    }
}
