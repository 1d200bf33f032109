using System.Text.Json.Nodes;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration;

namespace OpenClaw.Channels.Contacts;

/// <summary>Contacts of an account as far as its config names them (spec 10 §5.1): nobody is asked, nothing is fetched.</summary>
public static class ConfigContacts
{
    private const string Any = "*";

    /// <summary>The account itself; null where only the service knows, or while it is not linked.</summary>
    public static Contact? Self(IChannel channel, ConfigSnapshot config, string accountId) =>
        channel is ILinkableChannel linkable && linkable.Link(config, accountId) is { IsLinked: true, E164: { } number } link
            ? new Contact("user", number, link.Name)
            : null;

    /// <summary>People who are let in or have settings of their own.</summary>
    public static IReadOnlyList<Contact> Peers(IChannel channel, ConfigSnapshot config, string accountId)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(config);
        var settings = AccountConfigs.Of(config.Config, channel.Description.Id, accountId);
        var named = (settings.Raw["dms"] as JsonObject ?? []).Select(static entry => entry.Key);
        return Entries("user", channel, settings.AllowFrom.Concat(named));
    }

    /// <summary>Groups that have settings of their own.</summary>
    public static IReadOnlyList<Contact> Groups(IChannel channel, ConfigSnapshot config, string accountId)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(config);
        return Entries("group", channel, AccountConfigs.Of(config.Config, channel.Description.Id, accountId).Groups.Keys);
    }

    // What the channel does not take for a recipient is shown as it is written: somebody wanted it there.
    private static List<Contact> Entries(string kind, IChannel channel, IEnumerable<string> ids) =>
    [
        .. ids.Select(static id => id.Trim()).Where(static id => id is not ("" or Any))
            .Select(id => Bare(channel, id)).Distinct(StringComparer.Ordinal).Select(id => new Contact(kind, id)),
    ];

    private static string Bare(IChannel channel, string id)
    {
        var prefix = channel.Description.Id + ":";
        return id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? id[prefix.Length..] : id;
    }
}
