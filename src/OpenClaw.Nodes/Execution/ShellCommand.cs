namespace OpenClaw.Nodes.Execution;

/// <summary>The shell that runs command lines, started so that it reads no start-up file an agent could have written.</summary>
/// <param name="Executable">Absolute path.</param>
/// <param name="Arguments">Arguments before the command line.</param>
public sealed record ShellCommand(string Executable, IReadOnlyList<string> Arguments)
{
    private const string Fallback = "/bin/sh";

    /// <summary>The shell of the user: <c>$SHELL</c>, but bash or sh instead of shells that are not of the Bourne family; PowerShell on Windows.</summary>
    public static ShellCommand Of(string? shell, string? path)
    {
        if (OperatingSystem.IsWindows())
        {
            var found = Executables.Find("pwsh", path, Environment.SystemDirectory, string.Empty)
                ?? Path.Combine(Environment.SystemDirectory, "WindowsPowerShell", "v1.0", "powershell.exe");
            return new ShellCommand(found, ["-NoProfile", "-NonInteractive", "-Command"]);
        }

        var executable = shell is { } named && Path.IsPathFullyQualified(named) && File.Exists(named) ? named : Fallback;
        switch (Path.GetFileName(executable))
        {
            case "bash":
                return new ShellCommand(executable, ["--norc", "--noprofile", "-c"]);
            case "zsh":
                return new ShellCommand(executable, ["-f", "-c"]);
            case "sh" or "dash" or "ash" or "ksh" or "mksh":
                return new ShellCommand(executable, ["-c"]);
            default:
                var bash = Executables.Find("bash", path, "/", string.Empty);
                return bash is null ? new ShellCommand(Fallback, ["-c"]) : new ShellCommand(bash, ["--norc", "--noprofile", "-c"]);
        }
    }
}
