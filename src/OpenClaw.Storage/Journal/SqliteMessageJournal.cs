using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Storage.Journal;

/// <summary>
/// The journal in one SQLite file. Whoever writes is put in a line; one loop carries out all that is waiting in a single transaction, so a
/// thousand messages cost one wait for the disk. The file is made when it is first needed.
/// </summary>
public sealed class SqliteMessageJournal : IMessageJournal
{
    private const int MaxWaiting = 4096;
    private const int MaxBatch = 512;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int NotADatabase = 26;

    // A duplicate can come as long as a platform may still offer the message again; two weeks is what WhatsApp keeps for a device.
    private static readonly TimeSpan s_keepEnded = TimeSpan.FromDays(14);
    private static readonly TimeSpan s_keepFailed = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_stopTimeout = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Channel<JournalWork> _line = Channel.CreateBounded<JournalWork>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly Task _loop;
    private readonly Lock _gate = new();
    private JournalDatabase? _database;
    private JournalCounts _counts;
    private volatile string? _problem;

    /// <summary>Nothing is opened yet.</summary>
    /// <param name="path">The file; mode 0600, its folder 0700.</param>
    /// <param name="time">Clock.</param>
    public SqliteMessageJournal(string path, TimeProvider time)
    {
        (_path, _time) = (path, time);
        _loop = RunAsync();
    }

    /// <inheritdoc/>
    public string? Problem => _problem;

    /// <summary>What was found damaged and put aside at the start; null: nothing.</summary>
    public string? PutAside { get; private set; }

    /// <inheritdoc/>
    public JournalCounts Counts
    {
        get
        {
            lock (_gate)
                return _counts;
        }
    }

    /// <summary>Pages the file may have, so that a test can fill the disk; 0: no limit.</summary>
    internal int MaxPages { get; set; }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public Task<InboxReceipt> AcceptAsync(NewInboxEntry entry, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return DoAsync(database => JournalSql.Accept(database, entry, Now), ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxEntry>> UnfinishedAsync(long after, int limit, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<InboxEntry>>(database => JournalSql.Unfinished(database, after, limit), [], ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> FinishAsync(IReadOnlyList<long> inboxIds, string outcome, IReadOnlyList<NewOutboxEntry> replies, CancellationToken ct) =>
        DoAsync<IReadOnlyList<long>>(
            database =>
            {
                foreach (var id in inboxIds)
                    JournalSql.End(database, id, outcome, Now);
                return [.. replies.Select(reply => JournalSql.Queue(database, reply, Now).Id)];
            },
            ct);

    /// <inheritdoc/>
    public Task JoinAsync(IReadOnlyList<long> inboxIds, string runId, CancellationToken ct) => DoAsync(
        database =>
        {
            foreach (var id in inboxIds)
                JournalSql.Join(database, id, runId);
            return true;
        },
        ct);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, string>> JoinedAsync(CancellationToken ct) =>
        ReadAsync<IReadOnlyDictionary<long, string>>(JournalSql.Joined, new Dictionary<long, string>(), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxEntry>> PendingAsync(CancellationToken ct) => ReadAsync<IReadOnlyList<OutboxEntry>>(JournalSql.Pending, [], ct);

    /// <inheritdoc/>
    public Task<OutboxEntry?> FindAsync(long outboxId, CancellationToken ct) => ReadAsync(database => JournalSql.Find(database, outboxId), null, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxEntry>> FindByKeyAsync(string key, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<OutboxEntry>>(database => JournalSql.FindByKey(database, key), [], ct);

    /// <inheritdoc/>
    public Task MarkAsync(long outboxId, OutboxMark mark, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return DoAsync(database => JournalSql.Mark(database, outboxId, mark, Now) is not null, ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<QueueItem>> ListAsync(QueueFilter filter, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<QueueItem>>(database => JournalSql.List(database, filter), [], ct);

    /// <inheritdoc/>
    public Task SweepAsync(CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        return ReadAsync(
            database =>
            {
                JournalSql.Sweep(database, (now - s_keepEnded).ToUnixTimeMilliseconds(), (now - s_keepFailed).ToUnixTimeMilliseconds());
                return true;
            },
            true,
            ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // What is in the line is still written.
        _line.Writer.TryComplete();
        await _loop.WaitAsync(s_stopTimeout, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Without a file there is nothing to read, and none is made for it.</summary>
    private Task<T> ReadAsync<T>(Func<JournalDatabase, T> read, T nothing, CancellationToken ct) =>
        File.Exists(_path) ? DoAsync(read, ct) : Task.FromResult(nothing);

    private async Task<T> DoAsync<T>(Func<JournalDatabase, T> what, CancellationToken ct)
    {
        var work = new JournalTask<T>(what);
        try
        {
            await _line.Writer.WriteAsync(work, ct).ConfigureAwait(false);
        }
        catch (ChannelClosedException problem)
        {
            throw new JournalException("the gateway is stopping", problem);
        }

        return await work.End.WaitAsync(ct).ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        // The constructor returns before anything is done.
        await Task.Yield();
        var batch = new List<JournalWork>();
        while (await _line.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _line.Reader.TryRead(out var work))
                batch.Add(work);
            CarryOut(batch);
        }

        _database?.Dispose();
    }

    private void CarryOut(List<JournalWork> batch)
    {
        try
        {
            var database = _database ??= Open();
            if (MaxPages > 0)
                database.Number($"PRAGMA max_page_count={MaxPages}");
            database.Begin();
            foreach (var work in batch)
                work.Do(database);
            database.Commit();
            var counts = JournalSql.Counts(database);
            lock (_gate)
                _counts = counts;
            _problem = null;
            batch.ForEach(static work => work.Done());
        }
        catch (Exception cause) when (cause is SqliteException or IOException or UnauthorizedAccessException)
        {
            // A connection that met a full disk may be left inside the failed transaction: the next batch begins with a new one.
            _database?.Dispose();
            _database = null;
            var problem = new JournalException(Words(cause), cause);
            _problem = problem.Message;
            batch.ForEach(work => work.Failed(problem));
        }
        catch (Exception bug)
        {
            _database?.Dispose();
            _database = null;
            batch.ForEach(work => work.Failed(bug));
        }
    }

    private JournalDatabase Open()
    {
        try
        {
            return JournalDatabase.Open(_path);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is Corrupt or NotADatabase)
        {
            // Kept for whoever can mend it; new messages must not wait for that.
            var aside = $"{_path}.damaged-{_time.GetUtcNow():yyyyMMddHHmmss}";
            foreach (var suffix in (string[])["", "-wal", "-shm"])
            {
                if (File.Exists(_path + suffix))
                    File.Move(_path + suffix, aside + suffix, overwrite: true);
            }

            PutAside = aside;
            return JournalDatabase.Open(_path);
        }
    }

    private string Words(Exception cause) => cause switch
    {
        SqliteException { SqliteErrorCode: Full } => $"the disk is full: {_path} cannot grow. Free some space; messages are taken again by themselves",
        SqliteException { SqliteErrorCode: Busy or Locked } => $"{_path} is locked by another program. Close it; messages are taken again by themselves",
        _ => $"{_path} cannot be written: {cause.Message}",
    };
}
