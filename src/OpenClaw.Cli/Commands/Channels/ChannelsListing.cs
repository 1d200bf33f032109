using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Credentials;
using OpenClaw.Channels.Contract;
using OpenClaw.Cli.Commands.Models;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary><c>channels list</c>: accounts of channels and credentials of model providers, as configured.</summary>
internal static class ChannelsListing
{
    public static Command Build(CliContext context)
    {
        var command = new Command("list", "List configured accounts, and credentials of model providers.");
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        command.Options.Add(new Option<bool>("--no-usage") { Description = "Without usage of providers (this release shows none)" });
        command.Options.Add(json);
        command.SetAction(parsed => Run(context, parsed.GetValue(json)));
        return command;
    }

    private static int Run(CliContext context, bool json)
    {
        if (!ConfigGuard.Check(context, GuardPolicy.Require))
            return ExitCodes.Failure;
        var channels = ChannelTools.Loaded(context);
        var profiles = Profiles(context);
        if (json)
        {
            var chat = new JsonObject();
            foreach (var channel in channels)
                chat[channel.Description.Id] = new JsonArray([.. channel.AccountIds(context.Config).Select(static id => (JsonNode)id)]);
            context.Screen.Line(JsonText.Pretty(new JsonObject
            {
                ["chat"] = chat,
                ["auth"] = new JsonArray(
                [
                    .. profiles.Select(static one => (JsonNode)new JsonObject { ["id"] = one.Id, ["provider"] = one.Provider, ["type"] = one.Type, ["isExternal"] = false }),
                ]),
            }));
            return ExitCodes.Success;
        }

        var screen = context.Screen;
        screen.Line("Chat channels:");
        foreach (var channel in channels)
        {
            foreach (var id in channel.AccountIds(context.Config))
                screen.Line($"- {Line(context, channel, id)}");
        }

        if (channels.Count == 0)
            screen.Line($"- none; add one: {context.Suggest("channels add --channel telegram --token <token>")}");
        screen.Line();
        screen.Line("Auth providers (OAuth + API keys):");
        foreach (var profile in profiles)
            screen.Line($"- {profile.Id} ({profile.Type})");
        if (profiles.Count == 0)
            screen.Line("- none");
        return ExitCodes.Success;
    }

    private static string Line(CliContext context, IChannel channel, string accountId)
    {
        var standing = channel.Standing(context.Config, accountId);
        var name = standing.Name is { } given ? $" ({given})" : "";
        return $"{channel.Description.Label} {accountId}{name}: {string.Join(", ", Bits(context, channel, accountId, standing))}";
    }

    private static IEnumerable<string> Bits(CliContext context, IChannel channel, string accountId, AccountStanding standing)
    {
        if (channel is ILinkableChannel linkable)
            yield return linkable.Link(context.Config, accountId).IsLinked ? "linked" : "not linked";
        else
            yield return standing.IsConfigured ? "configured" : "not configured";
        if (channel.Describe(context.Config, accountId)["tokenSource"]?.ToString() is { } source and not "none")
            yield return $"token={source}";
        yield return standing.IsEnabled ? "enabled" : "disabled";
    }

    private static IReadOnlyList<AuthProfile> Profiles(CliContext context)
    {
        using var tools = new ModelTools(context);
        return [.. tools.Keys.Profiles.Read(context.Agents.DefaultId).Profiles];
    }
}
