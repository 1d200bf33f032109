using System.CommandLine;

namespace OpenClaw.Cli.Invocation;

/// <summary>Options that every command understands.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Help { get; } = new("--help", "-h") { Description = "Show help", Recursive = true };

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours", Recursive = true };

    public static Option<bool> Debug { get; } = new("--debug") { Description = "Same as --verbose", Recursive = true, Hidden = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Show debug messages", Recursive = true };

    /// <summary>Adds them to the branch that runs.</summary>
    public static Command AddTo(Command branch)
    {
        foreach (var option in (Option[])[Help, NoColor, Verbose, Debug])
            branch.Options.Add(option);
        return branch;
    }
}
