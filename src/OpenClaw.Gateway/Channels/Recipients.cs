using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Targets;
using OpenClaw.Configuration;

namespace OpenClaw.Gateway.Channels;

/// <summary>Finds whom a message is for, as callers write it (spec 10 §5.1, §6.2).</summary>
internal sealed class Recipients(IAccountDirectory accounts, Func<ConfigSnapshot> config)
{
    /// <summary>Ids of the channels there are, in display order.</summary>
    public IReadOnlyList<string> Channels => [.. accounts.Channels.Select(static channel => channel.Description.Id)];

    /// <summary>The channel of an id or alias; null: it is not in use.</summary>
    public IChannel? Channel(string? named) => accounts.Find(named);

    /// <summary>The channel that is meant: the named one, that of the conversation, or the only one.</summary>
    /// <param name="named">As given.</param>
    /// <param name="here">Channel of the conversation; null: there is none.</param>
    public (IChannel? Channel, string? Problem) Choose(string? named, string? here = null)
    {
        if (!string.IsNullOrWhiteSpace(named))
            return Channel(named) is { } found ? (found, null) : (null, $"unknown or unconfigured channel \"{named.Trim()}\"; {Known()}");
        if (Channel(here) is { } current)
            return (current, null);
        return accounts.Channels is [var only] ? (only, null) : (null, $"channel required; {Known()}");
    }

    /// <summary>The recipient, or why there is none.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="accountId">Account it goes out on; null: the channel's default.</param>
    /// <param name="to">As written; null: the channel's own default, if it has one.</param>
    /// <param name="threadId">Topic; null: the one named with the recipient.</param>
    public (Recipient? Recipient, string? Problem) Find(IChannel channel, string? accountId, string? to, string? threadId = null)
    {
        var snapshot = config();
        var account = Account(channel, accountId, snapshot);
        var written = string.IsNullOrWhiteSpace(to) ? Default(channel, account, snapshot) : to;
        if (written is null)
            return (null, Missing(channel));
        var found = channel.ResolveTarget(written);
        return found.ChatId is { } chat
            ? (new Recipient(channel, account, chat, threadId ?? found.ThreadId), null)
            : (null, found.Problem is { } why ? $"{Missing(channel)} ({why})" : Missing(channel));
    }

    /// <summary>An account without a chat, for what is about nobody.</summary>
    public (Recipient? Recipient, string? Problem) OfAccount(IChannel channel, string? accountId) =>
        (new Recipient(channel, Account(channel, accountId, config()), string.Empty, null), null);

    private static string Account(IChannel channel, string? accountId, ConfigSnapshot config) =>
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

    private string Known() => Channels.Count == 0 ? "none is configured" : $"there are: {string.Join(", ", Channels)}";
}
