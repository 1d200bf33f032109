using System.Text;
using OpenClaw.Channels.Outbound;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Tests.Inbound.Support;

/// <summary>Makes one entry of each message, whose payload is its text.</summary>
internal sealed class PlainOutbox : IOutbox
{
    public List<OutboundMessage> Prepared { get; } = [];

    public (IReadOnlyList<NewOutboxEntry> Entries, SendFault? Problem) Prepare(OutboundMessage message, string key, TimeSpan lifetime)
    {
        lock (Prepared)
            Prepared.Add(message);
        return ([new NewOutboxEntry(message.Channel, message.AccountId, message.ChatId, key, Encoding.UTF8.GetBytes(message.Text), long.MaxValue / 2)], null);
    }

    public void Wake(IReadOnlyList<long> outboxIds)
    {
    }

    public Task<PartResult> SendAsync(OutboundMessage message, string key, SendOptions options, CancellationToken ct) => throw new NotSupportedException();

    public Task<PartResult> CompletionAsync(IReadOnlyList<long> outboxIds, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> DropAsync(long outboxId, CancellationToken ct) => throw new NotSupportedException();

    public OutboxCounts Counts => default!;
}
