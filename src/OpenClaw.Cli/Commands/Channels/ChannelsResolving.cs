using System.CommandLine;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels resolve</c>: names to ids, for channels that can look names up. None of this release can; saying so is the answer.</summary>
internal static class ChannelsResolving
{
    public static Command Build(CliContext context)
    {
        var command = new Command("resolve", "Turn names into ids, where a channel can look them up.");
        var entries = new Argument<string[]>("entries") { Description = "Names", Arity = ArgumentArity.OneOrMore };
        var channel = ChannelTools.ChannelOption();
        var kind = new Option<string>("--kind") { Description = "auto, user or group", HelpName = "kind", DefaultValueFactory = _ => "auto" };
        kind.AcceptOnlyFromAmong("auto", "user", "group");
        command.Arguments.Add(entries);
        foreach (var option in (Option[])[channel, ChannelTools.AccountOption(), kind, new Option<bool>("--json") { Description = "Print JSON" }])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || ChannelTools.Find(context, parsed.GetValue(channel)) is not { } found)
                return ExitCodes.Failure;
            return context.Fail(
                $"channel {found.Description.Id} does not support resolve",
                $"Its contacts are those of the config: {context.Suggest($"directory peers list --channel {found.Description.Id}")}");
        });
        return command;
    }
}
