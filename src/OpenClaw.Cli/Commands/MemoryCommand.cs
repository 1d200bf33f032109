using System.CommandLine;
using OpenClaw.Cli.Commands.Memory;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw memory</c> (spec 04 §17): the index of an agent's notes, on disk; no gateway needed.</summary>
internal static class MemoryCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("memory", "Search an agent's notes, and look after their index.");
        command.Subcommands.Add(MemoryStatusCommand.Build(context));
        command.Subcommands.Add(MemoryIndexCommand.Build(context));
        command.Subcommands.Add(MemorySearchCommand.Build(context));
        return command;
    }
}
