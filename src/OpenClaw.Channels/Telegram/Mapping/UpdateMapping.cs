using System.Globalization;
using System.Text.Json;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Telegram.Api.Types;

namespace OpenClaw.Channels.Telegram.Mapping;

/// <summary>From updates of the Bot API to events of a channel. Pure.</summary>
internal static class UpdateMapping
{
    /// <summary>Kinds that are asked for; the last one only to be told of in the log.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["message", "callback_query", "message_reaction", "my_chat_member"];

    /// <summary>What an update means; empty when it means nothing here. Several only for several reactions at once.</summary>
    public static IReadOnlyList<InboundEvent> Events(BotUpdate update, MappingContext context)
    {
        if (update.Message is { } message)
            return MessageMapping.Of(update.UpdateId, message, context) is { } said ? [said] : [];
        if (update.CallbackQuery is { } pressed)
            return Pressed(update.UpdateId, pressed, context) is { } callback ? [callback] : [];
        return update.MessageReaction is { } change ? Reactions(update.UpdateId, change, context) : [];
    }

    // A button counts as being meant: it hangs under a message of ours.
    private static InboundEvent? Pressed(long updateId, BotCallback pressed, MappingContext context)
    {
        if (pressed is not { Data: { Length: > 0 } data, Message: { } under } || data == "noop" || under.Chat.Type == "channel")
            return null;
        var place = MessageMapping.ChatOf(under.Chat, under.MessageThreadId);
        var messageId = Text(under.MessageId);
        return MessageMapping.Event(updateId, "callback", place, MessageMapping.Person(pressed.From), context) with
        {
            MessageId = pressed.Id,
            Text = data,
            Mentions = new InboundMentions { Self = true, Detectable = context.Me.Username is not null, OwnName = context.Me.Username },
            Native = JsonSerializer.SerializeToElement(new PressedButton(messageId), TelegramJson.Default.PressedButton),
        };
    }

    private static IReadOnlyList<InboundEvent> Reactions(long updateId, BotReactionChange change, MappingContext context)
    {
        if (context.Reactions == "off" || change.User is not { IsBot: false } user)
            return [];
        var (isOurs, topic) = context.Sent(change.Chat.Id, change.MessageId);
        if (context.Reactions != "all" && !isOurs)
            return [];
        var added = Emoji(change.NewReaction).Except(Emoji(change.OldReaction)).ToList();
        var shared = MessageMapping.Event(updateId, "reaction", MessageMapping.ChatOf(change.Chat, topic), MessageMapping.Person(user), context) with
        {
            MessageId = Text(change.MessageId),
            Timestamp = change.Date * 1000,
        };
        return [.. added.Select((emoji, n) => shared with { Emoji = emoji, Key = n == 0 ? shared.Key : $"{shared.Key}:{Text(n)}" })];
    }

    private static IEnumerable<string> Emoji(IReadOnlyList<BotReaction> reactions) =>
        reactions.Where(static r => r is { Type: "emoji", Emoji.Length: > 0 }).Select(static r => r.Emoji!);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
