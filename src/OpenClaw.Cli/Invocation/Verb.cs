using System.CommandLine;

namespace OpenClaw.Cli.Invocation;

/// <summary>
/// A first word of the command line. Only its name and summary exist until it is used: a start builds the branch that runs and
/// nothing else.
/// </summary>
/// <param name="Name">The word.</param>
/// <param name="Summary">One line for the help.</param>
/// <param name="Build">Makes the command with its subcommands.</param>
internal sealed record Verb(string Name, string Summary, Func<CliContext, Command> Build);
