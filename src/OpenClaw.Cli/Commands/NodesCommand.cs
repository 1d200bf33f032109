using System.CommandLine;
using OpenClaw.Cli.Commands.Nodes;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw nodes …</c> (spec 04 §11.1), as far as the gateway serves it.</summary>
internal static class NodesCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("nodes", "Paired and connected nodes, and what they can do.");
        command.Subcommands.Add(NodesStatusCommand.Build(context));
        command.Subcommands.Add(NodesListCommand.Build(context));
        command.Subcommands.Add(NodesPairingCommands.BuildPending(context));
        command.Subcommands.Add(NodesPairingCommands.BuildApprove(context));
        command.Subcommands.Add(NodesPairingCommands.BuildReject(context));
        command.Subcommands.Add(NodesDescribeCommand.Build(context));
        command.Subcommands.Add(NodesRenameCommand.Build(context));
        command.Subcommands.Add(NodesInvokeCommand.Build(context));
        return command;
    }
}
