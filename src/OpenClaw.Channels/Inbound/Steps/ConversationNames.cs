using System.Globalization;
using OpenClaw.Channels.Access;
using OpenClaw.Channels.Envelopes;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>How senders and conversations are called (spec 10 §3.1).</summary>
internal static class ConversationNames
{
    private const string Telegram = "telegram";
    private const string GeneralTopic = "1";

    /// <summary>The sender, for people and models: <c>Ann (+45…)</c>.</summary>
    public static string Sender(InboundEvent inbound) =>
        SenderLabel.Of(inbound.Sender.Name, inbound.Sender.Id, inbound.Sender.Username, e164: inbound.Sender.E164) ?? inbound.Sender.Id;

    /// <summary>The conversation: a group by its title, a direct chat by its person; on WhatsApp by number or group address.</summary>
    public static string Conversation(InboundEvent inbound)
    {
        if (inbound.Channel != Telegram)
            return SenderIds.ArePhones(inbound.Channel) || inbound.ChatTitle is null ? inbound.PeerId : inbound.ChatTitle;
        return inbound.ChatType == "direct"
            ? TelegramLabels.Sender(inbound.Sender.Name, inbound.Sender.Username, Number(inbound.Sender.Id))
            : TelegramLabels.Group(inbound.ChatTitle, Number(inbound.ChatId) ?? 0, inbound.IsForum ? (int?)Number(inbound.ThreadId ?? GeneralTopic) : null);
    }

    /// <summary>The field <c>From</c> of the message context.</summary>
    public static string From(InboundEvent inbound) =>
        SenderIds.ArePhones(inbound.Channel) ? inbound.PeerId
        : inbound.ChatType == "direct" ? $"{inbound.Channel}:{inbound.ChatId}"
        : $"{inbound.Channel}:group:{inbound.PeerId}";

    /// <summary>Topic for answers; the general one is not named, and a thread where there are no topics is none.</summary>
    public static string? ReplyThread(InboundEvent inbound) => inbound is { IsForum: true, ThreadId: { } thread } && thread != GeneralTopic ? thread : null;

    private static long? Number(string? id) => long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
