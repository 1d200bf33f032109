using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Tests.Inbound.Support;

/// <summary>A journal whose disk can be full, and that is slow where a test wants it.</summary>
internal sealed class FaultyJournal(IMessageJournal real) : IMessageJournal
{
    /// <summary>Fails every write while it is true.</summary>
    public bool IsFull { get; set; }

    /// <summary>Fails so many endings.</summary>
    public int FailEndings { get; set; }

    /// <summary>Awaited before an event is written.</summary>
    public Func<NewInboxEntry, Task> BeforeAccept { get; set; } = static _ => Task.CompletedTask;

    public string? Problem => IsFull ? "full" : real.Problem;

    public JournalCounts Counts => real.Counts;

    public async Task<InboxReceipt> AcceptAsync(NewInboxEntry entry, CancellationToken ct)
    {
        var wait = BeforeAccept(entry);
        if (!wait.IsCompleted)
            await wait;
        return IsFull ? throw Full() : await real.AcceptAsync(entry, ct);
    }

    public Task<IReadOnlyList<InboxEntry>> UnfinishedAsync(long after, int limit, CancellationToken ct) => real.UnfinishedAsync(after, limit, ct);

    public Task JoinAsync(IReadOnlyList<long> inboxIds, string runId, CancellationToken ct) => real.JoinAsync(inboxIds, runId, ct);

    public Task<IReadOnlyDictionary<long, string>> JoinedAsync(CancellationToken ct) => real.JoinedAsync(ct);

    public Task<IReadOnlyList<long>> FinishAsync(IReadOnlyList<long> inboxIds, string outcome, IReadOnlyList<NewOutboxEntry> replies, CancellationToken ct)
    {
        if (IsFull || FailEndings > 0)
        {
            FailEndings--;
            throw Full();
        }

        return real.FinishAsync(inboxIds, outcome, replies, ct);
    }

    public Task<IReadOnlyList<OutboxEntry>> PendingAsync(CancellationToken ct) => real.PendingAsync(ct);

    public Task<OutboxEntry?> FindAsync(long outboxId, CancellationToken ct) => real.FindAsync(outboxId, ct);

    public Task<IReadOnlyList<OutboxEntry>> FindByKeyAsync(string key, CancellationToken ct) => real.FindByKeyAsync(key, ct);

    public Task MarkAsync(long outboxId, OutboxMark mark, CancellationToken ct) => real.MarkAsync(outboxId, mark, ct);

    public Task<IReadOnlyList<QueueItem>> ListAsync(QueueFilter filter, CancellationToken ct) => real.ListAsync(filter, ct);

    public Task SweepAsync(CancellationToken ct) => real.SweepAsync(ct);

    public ValueTask DisposeAsync() => real.DisposeAsync();

    private static JournalException Full() => new("the disk is full", new IOException());
}
