using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Tests.Outbound.Fakes;

/// <summary>A journal in memory: outlives the outboxes that are made over it, as the file does.</summary>
internal sealed class MemoryJournal(TimeProvider time) : IMessageJournal
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, OutboxEntry> _outbox = [];
    private readonly List<(long Id, OutboxMark Mark)> _marks = [];

    /// <summary>Makes writing fail while it is set.</summary>
    public string? Full { get; set; }

    public string? Problem => null;

    public int Uncertain { get; private set; }

    public JournalCounts Counts => new(0, Entries.Count(e => e.State is OutboxState.Waiting or OutboxState.Sending), 0, Uncertain);

    public IReadOnlyList<OutboxEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _outbox.Values];
        }
    }

    public IReadOnlyList<OutboxState> MarksOf(long id)
    {
        lock (_gate)
            return [.. _marks.Where(mark => mark.Id == id).Select(mark => mark.Mark.State)];
    }

    public Task<InboxReceipt> AcceptAsync(NewInboxEntry entry, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<InboxEntry>> UnfinishedAsync(long after, int limit, CancellationToken ct) => throw new NotSupportedException();

    public Task JoinAsync(IReadOnlyList<long> inboxIds, string runId, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<long, string>> JoinedAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<long>> FinishAsync(IReadOnlyList<long> inboxIds, string outcome, IReadOnlyList<NewOutboxEntry> replies, CancellationToken ct)
    {
        ThrowWhenFull();
        lock (_gate)
            return Task.FromResult<IReadOnlyList<long>>([.. replies.Select(Add)]);
    }

    public Task<IReadOnlyList<OutboxEntry>> PendingAsync(CancellationToken ct)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<OutboxEntry>>([.. _outbox.Values.Where(e => e.State is OutboxState.Waiting or OutboxState.Sending)]);
    }

    public Task<OutboxEntry?> FindAsync(long outboxId, CancellationToken ct)
    {
        lock (_gate)
            return Task.FromResult(_outbox.GetValueOrDefault(outboxId));
    }

    public Task<IReadOnlyList<OutboxEntry>> FindByKeyAsync(string key, CancellationToken ct)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<OutboxEntry>>(
                [.. _outbox.Values.Where(e => e.Key == key || e.Key.StartsWith(key + "#", StringComparison.Ordinal))]);
        }
    }

    public Task MarkAsync(long outboxId, OutboxMark mark, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ThrowWhenFull();
        lock (_gate)
        {
            var entry = _outbox[outboxId];
            _outbox[outboxId] = entry with
            {
                State = mark.State,
                Attempts = (IsRevived(entry, mark) ? 0 : entry.Attempts) + (mark.State == OutboxState.Sending ? 1 : 0),
                ExpiresAt = IsRevived(entry, mark) ? entry.ExpiresAt - entry.CreatedAt + time.GetUtcNow().ToUnixTimeMilliseconds() : entry.ExpiresAt,
                NextAttemptAt = mark.NextAttemptAt ?? 0,
                PlatformId = mark.PlatformId,
                Error = mark.Error,
                Payload = mark.State == OutboxState.Sent ? [] : entry.Payload,
            };
            _marks.Add((outboxId, mark));
            Uncertain += mark.IsUncertain ? 1 : 0;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueueItem>> ListAsync(QueueFilter filter, CancellationToken ct) => throw new NotSupportedException();

    public Task SweepAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsRevived(OutboxEntry entry, OutboxMark mark) => mark.State == OutboxState.Waiting && entry.State is OutboxState.Failed or OutboxState.Dropped;

    private long Add(NewOutboxEntry entry)
    {
        if (_outbox.Values.FirstOrDefault(known => known.Key == entry.Key) is { } known)
            return known.Id;
        var id = _outbox.Count + 1;
        _outbox[id] = new OutboxEntry(
            id, entry.Channel, entry.AccountId, entry.ChatId, entry.Key, entry.Payload.ToArray(), OutboxState.Waiting, 0, 0,
            time.GetUtcNow().ToUnixTimeMilliseconds(), entry.ExpiresAt, null, null);
        return id;
    }

    private void ThrowWhenFull()
    {
        if (Full is { } reason)
            throw new JournalException(reason, new IOException(reason));
    }
}
