namespace OpenClaw.Storage.Journal;

/// <summary>
/// Every message that was accepted and every message that is still to go out, on disk. Writes are on disk when they complete, and survive a
/// kill and a power cut. Safe from any thread.
/// </summary>
public interface IMessageJournal : IAsyncDisposable
{
    /// <summary>Why nothing can be written at the moment (full disk, locked file), with the fix; null when it works.</summary>
    string? Problem { get; }

    /// <summary>
    /// Takes an inbound event. The second one of the same channel, account and key is a duplicate. Ids follow the order of the calls, so that
    /// whoever calls in order finds that order again.
    /// </summary>
    /// <exception cref="JournalException">It is not on disk.</exception>
    Task<InboxReceipt> AcceptAsync(NewInboxEntry entry, CancellationToken ct);

    /// <summary>What was accepted and has no end yet, in the order in which it came, page by page.</summary>
    /// <param name="after">Only entries with a higher id; 0: from the first.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="ct">Gives up.</param>
    Task<IReadOnlyList<InboxEntry>> UnfinishedAsync(long after, int limit, CancellationToken ct);

    /// <summary>Notes that inbound entries are answered by the run of another message, before that run begins.</summary>
    /// <param name="inboxIds">Entries that joined.</param>
    /// <param name="runId">Name of the run.</param>
    /// <param name="ct">Gives up waiting; it may have happened.</param>
    /// <exception cref="JournalException">It is not on disk.</exception>
    Task JoinAsync(IReadOnlyList<long> inboxIds, string runId, CancellationToken ct);

    /// <summary>Run names of the unfinished entries that joined one.</summary>
    Task<IReadOnlyDictionary<long, string>> JoinedAsync(CancellationToken ct);

    /// <summary>Ends inbound entries and queues what answers them, in one transaction. Entries that have ended stay as they are; replies whose key is known are not queued again.</summary>
    /// <param name="inboxIds">Entries that need nothing more.</param>
    /// <param name="outcome">What became of them, e.g. <c>answered</c>, <c>silent</c>, <c>denied</c>; for people.</param>
    /// <param name="replies">What goes out because of them, in order.</param>
    /// <param name="ct">Gives up waiting; it may have happened.</param>
    /// <returns>Ids of the replies in the outbox, in order; of known ones the known ids.</returns>
    /// <exception cref="JournalException">It is not on disk.</exception>
    Task<IReadOnlyList<long>> FinishAsync(IReadOnlyList<long> inboxIds, string outcome, IReadOnlyList<NewOutboxEntry> replies, CancellationToken ct);

    /// <summary>Outbound entries that are not sent, failed or dropped, in order; at the start those that were being sent too.</summary>
    Task<IReadOnlyList<OutboxEntry>> PendingAsync(CancellationToken ct);

    /// <summary>One outbound entry; null when there is none.</summary>
    Task<OutboxEntry?> FindAsync(long outboxId, CancellationToken ct);

    /// <summary>Outbound entries queued under a key (a message of several parts has several: <c>key</c>, <c>key#2</c> …), in order.</summary>
    Task<IReadOnlyList<OutboxEntry>> FindByKeyAsync(string key, CancellationToken ct);

    /// <summary>Notes where an outbound entry stands.</summary>
    /// <exception cref="JournalException">It is not on disk.</exception>
    Task MarkAsync(long outboxId, OutboxMark mark, CancellationToken ct);

    /// <summary>How much is waiting; cheap, from memory.</summary>
    JournalCounts Counts { get; }

    /// <summary>Entries for people, newest last.</summary>
    Task<IReadOnlyList<QueueItem>> ListAsync(QueueFilter filter, CancellationToken ct);

    /// <summary>Removes finished entries that are older than they need to be kept (duplicates are recognised as long as they are kept).</summary>
    Task SweepAsync(CancellationToken ct);
}
