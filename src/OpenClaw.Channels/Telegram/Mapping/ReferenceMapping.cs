using System.Globalization;
using OpenClaw.Channels.Envelopes;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Telegram.Api.Types;

namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>What a message refers to: the one it answers, and where it comes from (spec 10 §8.6).</summary>
internal static class ReferenceMapping
{
    /// <summary>The answered message; null: it answers none.</summary>
    public static InboundQuote? Reply(BotMessage message, BotUser me)
    {
        // Every message of a topic answers the one with which the topic began.
        var answered = message.ReplyToMessage is { ForumTopicCreated: null } reply ? reply : null;
        var quote = message.Quote?.Text is { Length: > 0 } words ? words : null;
        if (answered is null)
            return quote is null ? null : new InboundQuote(null, quote, IsQuote: true);
        return new InboundQuote(
            Text(answered.MessageId),
            quote ?? Body(answered),
            Label(answered),
            answered.From is { } author ? Text(author.Id) : null,
            IsQuote: quote is not null,
            IsToSelf: answered.From?.Id == me.Id);
    }

    /// <summary>The origin of a forwarded message; null: it was not forwarded.</summary>
    public static InboundForward? Forward(BotMessage message)
    {
        if (message.ForwardOrigin is { } origin)
        {
            return origin switch
            {
                { Type: "user", SenderUser: { } user } => TelegramForwards.User(Name(user), user.Username, user.Id, origin.Date),
                { Type: "hidden_user" } => TelegramForwards.HiddenUser(origin.SenderUserName, origin.Date),
                { Type: "chat", SenderChat: { } chat } => TelegramForwards.Chat(chat.Title, chat.Username, chat.Id, origin.AuthorSignature, origin.Date),
                { Type: "channel", Chat: { } channel } => TelegramForwards.Channel(channel.Title, channel.Username, channel.Id, origin.AuthorSignature, origin.Date),
                _ => null,
            };
        }

        // Servers of one's own may be older than forward_origin.
        if (message.ForwardFromChat is { } from)
        {
            return from.Type == "channel"
                ? TelegramForwards.Channel(from.Title, from.Username, from.Id, message.ForwardSignature, message.ForwardDate, legacy: true)
                : TelegramForwards.Chat(from.Title, from.Username, from.Id, message.ForwardSignature, message.ForwardDate, legacy: true);
        }

        return message.ForwardFrom is { } person
            ? TelegramForwards.User(Name(person), person.Username, person.Id, message.ForwardDate, legacy: true)
            : TelegramForwards.HiddenUser(message.ForwardSenderName, message.ForwardDate, legacy: true);
    }

    /// <summary>First and last name.</summary>
    public static string? Name(BotUser user) => TelegramLabels.Name(user.FirstName, user.LastName);

    /// <summary>A place; null: there is none.</summary>
    public static InboundLocation? Location(BotMessage message)
    {
        if (message.Venue is { Location: { } spot } venue)
            return new InboundLocation(spot.Latitude, spot.Longitude, spot.HorizontalAccuracy, venue.Title, venue.Address);
        return message.Location is { } place
            ? new InboundLocation(place.Latitude, place.Longitude, place.HorizontalAccuracy, IsLive: place.LivePeriod > 0)
            : null;
    }

    /// <summary>A contact as text; null: there is none.</summary>
    public static string? Contact(BotMessage message) => message.Contact is { } contact
        ? Placeholders.Contact(TelegramLabels.Name(contact.FirstName, contact.LastName), contact.PhoneNumber.Length > 0 ? [contact.PhoneNumber] : [])
        : null;

    private static string? Body(BotMessage message)
    {
        if ((message.Text ?? message.Caption)?.Trim() is { Length: > 0 } text)
            return text;
        if (MediaMapping.Of(message) is { } media)
            return Placeholders.Media(media.Kind);
        return Location(message) is { } place ? Placeholders.Location(place) : Contact(message);
    }

    private static string? Label(BotMessage message) =>
        (message.From is { } author ? Name(author) ?? author.Username : null) ?? message.SenderChat?.Title;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
