using System.Text.Json;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>A message as the journal is to keep it, or why it cannot be sent at all.</summary>
/// <param name="Entries">One per part, in order.</param>
/// <param name="Parts">The parts themselves.</param>
/// <param name="Problem">Null, or what is wrong.</param>
internal sealed record SendPlan(IReadOnlyList<NewOutboxEntry> Entries, IReadOnlyList<OutboundPart> Parts, SendFault? Problem = null)
{
    public static SendPlan Of(OutboxParts outbox, OutboundMessage message, string messageKey, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (outbox.Accounts.Find(message.Channel) is not { } channel)
            return Refused($"unsupported channel: {message.Channel}");
        var plan = channel.Plan(message, outbox.Config());
        if (plan.Problem is not null)
            return new SendPlan([], [], plan.Problem);
        if (plan.Parts.Count == 0)
            return Refused("there is nothing to send: no text, no media");
        var expires = (outbox.Time.GetUtcNow() + lifetime).ToUnixTimeMilliseconds();
        return new SendPlan([.. plan.Parts.Select((part, index) => Entry(part, OutboxKeys.Part(messageKey, index + 1), expires))], plan.Parts);
    }

    private static NewOutboxEntry Entry(OutboundPart part, string key, long expires) => new(
        part.Channel, part.AccountId, part.ChatId, key, JsonSerializer.SerializeToUtf8Bytes(part, ChannelsJson.Default.OutboundPart), expires);

    private static SendPlan Refused(string reason) => new([], [], new SendFault(SendFaultKind.Unsupported, reason));
}
