using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound;

/// <summary>
/// What goes out: kept on disk, sent in order per chat, tried again by the rules of the failure. Every way out of the gateway leads
/// through here.
/// </summary>
public interface IOutbox
{
    /// <summary>A message as journal entries, for callers that queue it together with something else (<see cref="IMessageJournal.FinishAsync"/>). Pure.</summary>
    /// <param name="message">What to send.</param>
    /// <param name="key">Idempotency key of the message.</param>
    /// <param name="lifetime">How long it is worth sending.</param>
    (IReadOnlyList<NewOutboxEntry> Entries, SendFault? Problem) Prepare(OutboundMessage message, string key, TimeSpan lifetime);

    /// <summary>Entries that were queued by somebody else are there: send them.</summary>
    void Wake(IReadOnlyList<long> outboxIds);

    /// <summary>Queues a message and waits for its end. The same key is never sent twice: its first outcome is returned.</summary>
    /// <param name="message">What to send.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="options">Whether it may wait.</param>
    /// <param name="ct">Stops waiting, not sending.</param>
    Task<PartResult> SendAsync(OutboundMessage message, string key, SendOptions options, CancellationToken ct);

    /// <summary>Completes with the end of entries that are in the outbox: the last part's result, or the first failure.</summary>
    Task<PartResult> CompletionAsync(IReadOnlyList<long> outboxIds, CancellationToken ct);

    /// <summary>Takes an entry out before it is sent, with the parts that follow it in its message. False: it is being sent now, or is no more.</summary>
    Task<bool> DropAsync(long outboxId, CancellationToken ct);

    /// <summary>How it is doing.</summary>
    OutboxCounts Counts { get; }
}
