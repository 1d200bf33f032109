using System.CommandLine;
using OpenClaw.Cli.Commands.Completion;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw completion</c> (spec 04 §8): a script, or one line in the shell's profile.</summary>
internal static class CompletionCommand
{
    private static readonly string[] s_shells = ["zsh", "bash", "powershell", "fish"];

    public static Command Build(CliContext context)
    {
        var command = new Command("completion", "Print a shell completion script, or install it into the shell's profile.");
        var word = new Argument<string?>("shell") { Description = "zsh, bash, powershell or fish", Arity = ArgumentArity.ZeroOrOne };
        var option = new Option<string?>("--shell", "-s") { Description = "The same as a flag (default zsh)", HelpName = "shell" };
        var install = new Option<bool>("--install", "-i") { Description = "Add a line to the shell's profile" };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask" };
        command.Arguments.Add(word);
        foreach (var each in (Option[])[option, install, yes])
            command.Options.Add(each);
        command.SetAction(parsed =>
        {
            var shell = parsed.GetValue(word) ?? parsed.GetValue(option) ?? "zsh";
            if (!s_shells.Contains(shell))
                return context.Fail($"unknown shell '{shell}'", $"One of: {string.Join(", ", s_shells)}");
            if (parsed.GetValue(install))
                return CompletionInstall.Run(context, shell);
            context.Screen.Out.Write(CompletionScript.For(shell, CompletionTree.Of(context)));
            return ExitCodes.Success;
        });
        return command;
    }
}
