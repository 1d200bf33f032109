using System.CommandLine;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Protocol;

namespace OpenClaw.Cli.Invocation;

/// <summary>
/// From the words of a command line to an exit code (spec 04 §1): version and profile flags first, then the one branch the first
/// word names.
/// </summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration s_parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    // No signal handling of the parser's: Ctrl+C ends a client verb, and the gateway has its own.
    private static readonly InvocationConfiguration s_invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
        Output = TextWriter.Null,
        Error = TextWriter.Null,
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments is ["--version" or "-V" or "-v"])
            return PrintVersion();

        var environment = EnvironmentVariables.OfProcess();
        var profile = ProfileSelection.Take(arguments, out var rest, out var misuse);
        var (words, verbose) = LeadingFlags(rest);
        var screen = new Screen(environment, colour: !arguments.Contains("--no-color"));
        if (misuse is not null)
        {
            screen.Error(misuse);
            return ExitCodes.ProfileMisuse;
        }

        if (words is ["--version" or "-V" or "-v", ..])
            return PrintVersion();
        var context = new CliContext(Surroundings.Of(environment, profile, Directory.GetCurrentDirectory()), profile, screen, verbose);
        return words switch
        {
            [] => NoVerb(screen),
            ["--help" or "-h", ..] or ["help"] => Help(context, []),
            ["help", .. var about] => Help(context, about),
            [['-', ..] flag, ..] => context.Fail($"unknown option '{flag}'", $"Options before the command: --dev, --profile <name>, --no-color. See {context.Suggest("--help")}"),
            [var name, .. var own] => await RunVerbAsync(context, name, own).ConfigureAwait(false),
        };
    }

    private static async Task<int> RunVerbAsync(CliContext context, string name, string[] words)
    {
        if (Verbs.Find(name) is not { } verb)
            return UnknownCommand(context, name);

        var branch = GlobalOptions.AddTo(verb.Build(context));
        var parsed = branch.Parse(words, s_parser);
        if (parsed.GetValue(GlobalOptions.Help))
        {
            HelpText.Write(context.Screen.Out, parsed.CommandResult.Command);
            return ExitCodes.Success;
        }
        if (parsed.CommandResult.Command.Action is null && parsed.UnmatchedTokens is [])
        {
            HelpText.Write(context.Screen.Err, parsed.CommandResult.Command);
            return ExitCodes.Failure;
        }
        if (parsed.Errors is [var first, ..])
            return context.Fail(ParseErrorText.Of(first, parsed), $"See {context.Suggest(HelpText.PathOf(parsed.CommandResult.Command) + " --help")}");

        context.Verbose |= parsed.GetValue(GlobalOptions.Verbose) || parsed.GetValue(GlobalOptions.Debug);
        try
        {
            return await parsed.InvokeAsync(s_invocation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read or written says itself what is wrong with it.
            return context.Fail(e.Message);
        }
    }

    /// <summary>Flags between the profile flags and the first word; also the historical spelling <c>--update</c>.</summary>
    private static (string[] Words, bool Verbose) LeadingFlags(IReadOnlyList<string> arguments)
    {
        var words = arguments.Select(a => a == "--update" ? "update" : a).ToList();
        var verbose = false;
        while (words is ["--no-color" or "--verbose" or "--debug", ..])
        {
            verbose |= words[0] != "--no-color";
            words.RemoveAt(0);
        }
        return ([.. words], verbose);
    }

    private static int PrintVersion()
    {
        using var output = Console.OpenStandardOutput();
        output.Write(System.Text.Encoding.UTF8.GetBytes(ProductVersion.Text + "\n"));
        return ExitCodes.Success;
    }

    private static int NoVerb(Screen screen)
    {
        HelpText.WriteRoot(screen.Err);
        return ExitCodes.Failure;
    }

    private static int Help(CliContext context, string[] about)
    {
        if (about is [var name, .. var rest] && Verbs.Find(name) is { } verb)
        {
            var command = verb.Build(context);
            foreach (var word in rest)
                command = command.Subcommands.FirstOrDefault(c => c.Name == word) ?? command;
            HelpText.Write(context.Screen.Out, command);
        }
        else
        {
            HelpText.WriteRoot(context.Screen.Out);
        }
        return ExitCodes.Success;
    }

    private static int UnknownCommand(CliContext context, string name)
    {
        var near = Verbs.All.Select(v => v.Name).Where(v => Spelling.IsNear(name, v)).ToArray();
        var hint = near.Length > 0 ? $"Did you mean {string.Join(" or ", near)}?" : $"See {context.Suggest("--help")}";
        return context.Fail($"unknown command '{name}'", hint);
    }
}
