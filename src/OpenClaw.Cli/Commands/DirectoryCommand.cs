using System.CommandLine;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Catalog;
using OpenClaw.Channels.Contacts;
using OpenClaw.Channels.Contract;
using OpenClaw.Cli.Commands.Channels;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Configuration;

namespace OpenClaw.Cli.Commands;

/// <summary><c>openclaw directory …</c> (spec 04 §17): contacts of channels as far as the config names them.</summary>
internal static class DirectoryCommand
{
    public static Command Build(CliContext context)
    {
        var command = new Command("directory", "Contacts of channels: own account, people, groups.");
        command.Subcommands.Add(BuildSelf(context));
        var peers = new Command("peers", "People.");
        peers.Subcommands.Add(BuildList(context, "List people that the config names.", "peers", ConfigContacts.Peers));
        var groups = new Command("groups", "Groups.");
        groups.Subcommands.Add(BuildList(context, "List groups that the config names.", "groups", ConfigContacts.Groups));
        groups.Subcommands.Add(BuildMembers(context));
        command.Subcommands.Add(peers);
        command.Subcommands.Add(groups);
        return command;
    }

    private static Command BuildSelf(CliContext context)
    {
        var command = new Command("self", "The account itself.");
        var place = new Place(command);
        command.SetAction(parsed =>
        {
            if (place.Find(context, parsed) is not var (channel, account))
                return ExitCodes.Failure;
            var self = ConfigContacts.Self(channel, context.Config, account);
            if (place.Json(parsed))
                context.Screen.Line(JsonText.Pretty(self is null ? null : Of(self)));
            else
                context.Screen.Line(self is null ? $"{channel.Description.Label} account {account}: not known here." : $"{self.Id}{(self.Name is { } name ? $" ({name})" : "")}");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildList(
        CliContext context, string description, string noun, Func<IChannel, ConfigSnapshot, string, IReadOnlyList<Contact>> contacts)
    {
        var command = new Command("list", description);
        var place = new Place(command);
        var query = new Option<string?>("--query") { Description = "Only those that contain this", HelpName = "text" };
        var limit = new Option<int?>("--limit") { Description = "At most this many", HelpName = "n" };
        command.Options.Add(query);
        command.Options.Add(limit);
        command.SetAction(parsed =>
        {
            if (place.Find(context, parsed) is not var (channel, account))
                return ExitCodes.Failure;
            if (parsed.GetValue(limit) is <= 0)
                return context.Fail("--limit must be a positive number");
            var wanted = parsed.GetValue(query)?.Trim() ?? "";
            var found = contacts(channel, context.Config, account)
                .Where(one => one.Id.Contains(wanted, StringComparison.OrdinalIgnoreCase) || one.Name?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true)
                .Take(parsed.GetValue(limit) ?? int.MaxValue).ToList();
            if (place.Json(parsed))
            {
                context.Screen.Line(JsonText.Pretty(new JsonArray([.. found.Select(static one => (JsonNode)Of(one))])));
                return ExitCodes.Success;
            }

            if (found.Count == 0)
            {
                context.Screen.Line($"No {noun} in the config of {channel.Description.Label} account {account}.");
                return ExitCodes.Success;
            }

            var table = new Table("Id", "Name");
            foreach (var one in found)
                table.Row(one.Id, one.Name ?? "");
            table.Write(context.Screen);
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command BuildMembers(CliContext context)
    {
        var command = new Command("members", "Members of a group, where a channel can list them.");
        var place = new Place(command);
        command.Options.Add(new Option<string?>("--group-id") { Description = "Group", HelpName = "id" });
        command.SetAction(parsed => place.Find(context, parsed) is var (channel, _)
            ? context.Fail($"channel {channel.Description.Id} does not list members of groups")
            : ExitCodes.Failure);
        return command;
    }

    private static JsonObject Of(Contact contact)
    {
        var json = new JsonObject { ["kind"] = contact.Kind, ["id"] = contact.Id };
        if (contact.Name is { } name)
            json["name"] = name;
        return json;
    }

    /// <summary>The options that say whose contacts are meant.</summary>
    private sealed class Place
    {
        private readonly Option<string?> _channel = ChannelTools.ChannelOption("Channel (default: the only configured one)");
        private readonly Option<string?> _account = ChannelTools.AccountOption();
        private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

        public Place(Command command)
        {
            foreach (var option in (Option[])[_channel, _account, _json])
                command.Options.Add(option);
        }

        public bool Json(ParseResult parsed) => parsed.GetValue(_json);

        public (IChannel Channel, string AccountId)? Find(CliContext context, ParseResult parsed)
        {
            if (!ConfigGuard.Check(context, GuardPolicy.Require))
                return null;
            var loaded = ChannelTools.Loaded(context);
            var named = parsed.GetValue(_channel) ?? (loaded.Count == 1 ? loaded[0].Description.Id : null);
            if (named is null && loaded.Count > 1)
                context.Fail($"several channels are configured: name one with --channel ({string.Join(", ", loaded.Select(static one => one.Description.Id))})");
            else if (ChannelTools.Find(context, named ?? ChannelCatalog.Default) is { } channel)
                return (channel, ChannelTools.Account(context, channel, parsed.GetValue(_account)));
            return null;
        }
    }
}
