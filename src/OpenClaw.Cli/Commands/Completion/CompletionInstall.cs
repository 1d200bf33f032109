using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Completion;

/// <summary>Adds the line that loads the completion to the shell's profile, once.</summary>
internal static class CompletionInstall
{
    private const string Mark = "# openclaw completion";

    public static int Run(CliContext context, string shell)
    {
        var (file, line) = Profile(context.Paths.Home, shell);
        var present = File.Exists(file) ? File.ReadAllText(file) : "";
        if (present.Contains(Mark, StringComparison.Ordinal))
        {
            context.Screen.Line($"Already installed in {context.Paths.Shorten(file)}");
            return ExitCodes.Success;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var separator = present.Length == 0 || present.EndsWith('\n') ? "" : "\n";
        File.AppendAllText(file, $"{separator}{Mark}\n{line}\n");
        context.Screen.Line($"Installed in {context.Paths.Shorten(file)}. Open a new shell to use it.");
        return ExitCodes.Success;
    }

    private static (string File, string Line) Profile(string home, string shell) => shell switch
    {
        "bash" => (Path.Combine(home, ".bashrc"), "source <(openclaw completion --shell bash)"),
        "fish" => (Path.Combine(home, ".config", "fish", "config.fish"), "openclaw completion --shell fish | source"),
        "powershell" => (
            Path.Combine(home, OperatingSystem.IsWindows() ? "Documents/PowerShell" : ".config/powershell", "Microsoft.PowerShell_profile.ps1"),
            "openclaw completion --shell powershell | Out-String | Invoke-Expression"),
        _ => (Path.Combine(home, ".zshrc"), "source <(openclaw completion --shell zsh)"),
    };
}
