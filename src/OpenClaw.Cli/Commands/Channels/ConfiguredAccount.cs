using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration;

namespace OpenClaw.Cli.Commands.Channels;

/// <summary>An account as config and files have it, in the members of a snapshot of <c>channels.status</c> that do not need a gateway.</summary>
internal static class ConfiguredAccount
{
    public static JsonObject Of(IChannel channel, ConfigSnapshot config, string accountId)
    {
        var standing = channel.Standing(config, accountId);
        var account = new JsonObject { ["accountId"] = accountId };
        if (standing.Name is { } name)
            account["name"] = name;
        account["enabled"] = standing.IsEnabled;
        if (channel is ILinkableChannel linkable)
            account["linked"] = linkable.Link(config, accountId).IsLinked;
        else
            account["configured"] = standing.IsConfigured;
        foreach (var (member, value) in channel.Describe(config, accountId))
            account.TryAdd(member, value?.DeepClone());
        return account;
    }
}
