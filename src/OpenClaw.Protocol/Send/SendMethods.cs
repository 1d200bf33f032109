using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Send;

/// <summary>Outgoing messages without an agent.</summary>
public static class SendMethods
{
    /// <summary>Sends a message through a channel.</summary>
    public static MethodDefinition<SendParams, SendResult> Send { get; } = new(
        "send",
        MethodScope.Write,
        static () => ProtocolJson.Default.SendParams,
        static () => ProtocolJson.Default.SendResult)
    {
        Summary = "Sends a message through a channel.",
    };

    /// <summary>Sends a poll through a channel.</summary>
    public static MethodDefinition<PollParams, PollResult> Poll { get; } = new(
        "poll",
        MethodScope.Admin,
        static () => ProtocolJson.Default.PollParams,
        static () => ProtocolJson.Default.PollResult)
    {
        Summary = "Sends a poll through a channel.",
        Advertised = false,
    };

    /// <summary>Does something on a channel: sends, reacts, edits, deletes. What clients of 2026.9 use in place of <see cref="Send"/>.</summary>
    public static MethodDefinition<MessageActionParams, MessageActionResult> Action { get; } = new(
        "message.action",
        MethodScope.Write,
        static () => ProtocolJson.Default.MessageActionParams,
        static () => ProtocolJson.Default.MessageActionResult)
    {
        Summary = "Does something on a channel: sends, reacts, edits, deletes.",
        Advertised = false,
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Send, Poll, Action];
}
