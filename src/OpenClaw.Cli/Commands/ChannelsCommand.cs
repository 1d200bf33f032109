using System.CommandLine;
using OpenClaw.Cli.Commands.Channels;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw channels …</c> (spec 04 §13).</summary>
internal static class ChannelsCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("channels", "Messaging channels: accounts, how they are, what waits.");
        command.Subcommands.Add(ChannelsListing.Build(context));
        command.Subcommands.Add(ChannelsState.Build(context));
        command.Subcommands.Add(ChannelsCapabilities.Build(context));
        command.Subcommands.Add(ChannelsResolving.Build(context));
        command.Subcommands.Add(ChannelsLogs.Build(context));
        command.Subcommands.Add(ChannelsAdding.Build(context));
        command.Subcommands.Add(ChannelsRemoving.Build(context));
        command.Subcommands.Add(ChannelsLogin.Build(context));
        command.Subcommands.Add(ChannelsLogout.Build(context));
        command.Subcommands.Add(ChannelsQueue.Build(context));
        return command;
    }
}
