using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Targets;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Channels;

/// <summary>Finds whom a message is for (spec 10 §5.1).</summary>
internal static class Recipients
{
    /// <summary>The chat of a recipient as callers write it, or why there is none.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="accountId">Account it goes out on.</param>
    /// <param name="to">As written; null: the channel's own default, if it has one.</param>
    /// <param name="config">The config in force.</param>
    public static TargetResolution Find(IChannel channel, string accountId, string? to, ConfigSnapshot config)
    {
        var named = string.IsNullOrWhiteSpace(to) ? Default(channel, accountId, config) : to;
        if (named is null)
            return new TargetResolution(null, Problem: Missing(channel));
        var found = channel.ResolveTarget(named);
        return found.ChatId is not null ? found : found with { Problem = found.Problem is { } why ? $"{Missing(channel)} ({why})" : Missing(channel) };
    }

    /// <summary>The account that is meant.</summary>
    public static string Account(IChannel channel, string? accountId, ConfigSnapshot config) =>
        accountId?.Trim() is { Length: > 0 } named ? named : channel.DefaultAccountId(config);

    private static string? Default(IChannel channel, string accountId, ConfigSnapshot config) =>
        channel.Description.Id == "whatsapp"
            ? WhatsAppTargets.Implicit(null, AccountConfigs.Of(config.Config, channel.Description.Id, accountId).AllowFrom)
            : null;

    private static string Missing(IChannel channel) => channel.Description.Id switch
    {
        "whatsapp" => "Delivering to WhatsApp requires target <E.164|group JID> or channels.whatsapp.allowFrom[0]",
        "telegram" => "Delivering to Telegram requires target <chatId>",
        _ => $"Delivering to {channel.Description.Label} requires a target",
    };
}
