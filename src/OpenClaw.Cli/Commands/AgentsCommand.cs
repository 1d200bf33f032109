using System.CommandLine;
using OpenClaw.Cli.Commands.Agents;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw agents …</c> (spec 04 §10): the configured agents, no gateway needed. Alone: the list.</summary>
internal static class AgentsCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("agents", "List, add, describe and delete agents.");
        command.SetAction(_ => AgentsListing.Run(context, json: false, bindings: false));
        command.Subcommands.Add(BuildList(context));
        command.Subcommands.Add(AgentsAdding.Build(context));
        command.Subcommands.Add(AgentsIdentity.Build(context));
        command.Subcommands.Add(AgentsDeleting.Build(context));
        return command;
    }

    private static Command BuildList(CliContext context)
    {
        var command = new Command("list", "List agents.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var bindings = new Option<bool>("--bindings") { Description = "With the bindings that lead to them" };
        command.Options.Add(json);
        command.Options.Add(bindings);
        command.SetAction(parsed => AgentsListing.Run(context, parsed.GetValue(json), parsed.GetValue(bindings)));
        return command;
    }
}
