using System.Globalization;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Telegram.Api.Types;

namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>Messages of people.</summary>
internal static class MessageMapping
{
    /// <summary>The event; null for what nobody said: posts of channels, notes of the service, stickers that move.</summary>
    public static InboundEvent? Of(long updateId, BotMessage message, MappingContext context)
    {
        if (message.Chat.Type == "channel")
            return null;
        var place = ChatOf(message.Chat, message.MessageThreadId);
        var who = Sender(message);
        if (message.MigrateToChatId is { } target)
            return Event(updateId, "migrate", place, who, context) with { NewChatId = Text(target), MessageId = Text(message.MessageId), Timestamp = message.Date * 1000 };

        var (raw, entities) = message.Text is { } text ? (text, message.Entities) : (message.Caption ?? string.Empty, message.CaptionEntities);
        var media = MediaMapping.Of(message);
        var known = media?.Sticker is { } sticker ? context.Sticker(sticker.FileUniqueId) : null;
        var said = raw.Length > 0 ? EntityText.Markdown(raw, entities) : known?.Words() ?? ReferenceMapping.Contact(message) ?? string.Empty;
        var location = ReferenceMapping.Location(message);
        if (said.Length == 0 && media is null && location is null)
            return null;
        return Event(updateId, "message", place, who, context) with
        {
            MessageId = Text(message.MessageId),
            Timestamp = message.Date * 1000,
            Text = said,
            Media = media is null || known is not null ? [] : [media],
            AlbumId = message.MediaGroupId,
            ReplyTo = ReferenceMapping.Reply(message, context.Me),
            Forward = ReferenceMapping.Forward(message),
            Location = location is not null && raw.Length > 0 ? location with { Caption = raw } : location,
            FromMe = message.From?.Id == context.Me.Id,
            Mentions = new InboundMentions
            {
                Any = EntityText.MentionsAnybody(entities),
                Self = EntityText.Mentions(raw, entities, context.Me),
                Detectable = context.Me.Username is not null,
                OwnName = context.Me.Username,
            },
        };
    }

    /// <summary>Where something happened.</summary>
    public static ChatPlace ChatOf(BotChat chat, long? thread)
    {
        var isGroup = chat.Type is "group" or "supergroup";
        var topic = isGroup ? TelegramLabels.Topic(chat.IsForum, (int?)thread) : null;
        return new ChatPlace(
            Text(chat.Id),
            isGroup ? "group" : chat.Type == "channel" ? "channel" : "direct",
            isGroup ? TelegramLabels.Peer(chat.Id, topic) : Text(chat.Id),
            isGroup ? chat.Title : null,
            chat.IsForum,
            isGroup ? topic : (int?)thread);
    }

    /// <summary>The facts that every kind of event has.</summary>
    public static InboundEvent Event(long updateId, string kind, ChatPlace place, InboundSender sender, MappingContext context) => new()
    {
        Channel = TelegramChannel.Id,
        AccountId = context.AccountId,
        Key = $"update:{Text(updateId)}",
        Kind = kind,
        ChatId = place.ChatId,
        ChatType = place.ChatType,
        PeerId = place.PeerId,
        ChatTitle = place.Title,
        IsForum = place.IsForum,
        ThreadId = place.Thread?.ToString(CultureInfo.InvariantCulture),
        Sender = sender,
        Timestamp = context.Now,
    };

    /// <summary>A person.</summary>
    public static InboundSender Person(BotUser user) => new(Text(user.Id), ReferenceMapping.Name(user) ?? user.Username, user.Username, IsBot: user.IsBot)
    {
        FirstName = user.FirstName.Length > 0 ? user.FirstName : null,
        LastName = user.LastName,
    };

    // Somebody may write in the name of a chat.
    private static InboundSender Sender(BotMessage message) => message.From is { } from
        ? Person(from)
        : message.SenderChat is { } chat
            ? new InboundSender(Text(chat.Id), chat.Title, chat.Username)
            : new InboundSender(Text(message.Chat.Id), TelegramLabels.Name(message.Chat.FirstName, message.Chat.LastName), message.Chat.Username);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
