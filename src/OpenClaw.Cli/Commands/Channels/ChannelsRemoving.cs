using System.CommandLine;
using OpenClaw.Channels.Contract;
using OpenClaw.Cli.Commands.Setup;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels remove</c>: switches an account off, or takes its settings out with <c>--delete</c>. Credentials in files stay.</summary>
internal static class ChannelsRemoving
{
    public static Command Build(CliContext context)
    {
        var command = new Command("remove", "Switch an account off, or delete its settings.");
        var channel = ChannelTools.ChannelOption();
        var account = ChannelTools.AccountOption();
        var delete = new Option<bool>("--delete") { Description = "Delete its settings; asks nothing" };
        foreach (var option in (Option[])[channel, account, delete])
            command.Options.Add(option);
        command.SetAction(async (parsed, ct) =>
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require) || ChannelTools.Find(context, parsed.GetValue(channel)) is not { } found)
                return ExitCodes.Failure;
            var (label, id, one) = (found.Description.Label, found.Description.Id, ChannelTools.Account(context, found, parsed.GetValue(account)));
            if (!found.AccountIds(context.Config).Contains(one) || context.Config.Config.Channels?[id] is null)
                return context.Fail($"{label} has no account \"{one}\" in the config", $"See which there are: {context.Suggest("channels list")}");
            if (!parsed.GetValue(delete))
            {
                if (!Confirmed(context, $"Switch {label} account \"{one}\" off? Its settings stay."))
                    return ExitCodes.Failure;
                if (await ConfigWrites.ApplyAsync(context, config => ChannelEdits.Disable(config, id, one, found is ILinkableChannel), ct).ConfigureAwait(false) is { } failed)
                    return failed;
                context.Screen.Line($"Disabled {label} account \"{one}\".");
                return ExitCodes.Success;
            }

            var deleted = false;
            if (await ConfigWrites.ApplyAsync(context, config => deleted = ChannelEdits.Delete(config, id, one), ct).ConfigureAwait(false) is { } refused)
                return refused;
            if (!deleted)
                return context.Fail($"{label} account \"{one}\" has no settings of its own to delete", $"Switch it off: {context.Suggest($"channels remove --channel {id} --account {one}")}");
            context.Screen.Line($"Deleted {label} account \"{one}\".");
            return ExitCodes.Success;
        });
        return command;
    }

    private static bool Confirmed(CliContext context, string question)
    {
        if (Console.IsInputRedirected || !context.Screen.IsTerminal)
        {
            context.Fail(
                "without a terminal to ask on, nothing is switched off",
                $"Delete the account's settings with --delete, or switch it off: {context.Suggest("config set channels.<channel>.enabled false")}");
            return false;
        }

        context.Screen.Out.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
