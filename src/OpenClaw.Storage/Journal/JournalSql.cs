using Microsoft.Data.Sqlite;

namespace OpenClaw.Storage.Journal;

/// <summary>What the journal does on its database. Every method runs inside the transaction of a batch.</summary>
internal static class JournalSql
{
    private const string OutboxColumns = "id, channel, account, chat, key, payload, state, attempts, next, created, expires, platform, error";

    public static InboxReceipt Accept(JournalDatabase database, NewInboxEntry entry, long now)
    {
        var id = database.Number(
            "INSERT INTO inbox(channel, account, key, chat, payload, received) VALUES($1,$2,$3,$4,$5,$6) ON CONFLICT DO NOTHING RETURNING id",
            entry.Channel, entry.AccountId, entry.Key, entry.ChatId, entry.Payload.ToArray(), now);
        return id is { } fresh
            ? new InboxReceipt(fresh, true)
            : new InboxReceipt(
                database.Number("SELECT id FROM inbox WHERE channel=$1 AND account=$2 AND key=$3", entry.Channel, entry.AccountId, entry.Key)!.Value, false);
    }

    public static List<InboxEntry> Unfinished(JournalDatabase database, long after, int limit) => database.Rows(
        "SELECT id, channel, account, key, chat, payload, received FROM inbox WHERE ended IS NULL AND id>$1 ORDER BY id LIMIT $2",
        static row => new InboxEntry(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Bytes(row, 5), row.GetInt64(6)),
        after, (long)limit);

    /// <summary>True when it had not ended before.</summary>
    public static bool End(JournalDatabase database, long inboxId, string outcome, long now) =>
        database.Change("UPDATE inbox SET ended=$2, outcome=$3, payload=NULL WHERE id=$1 AND ended IS NULL", inboxId, now, outcome) > 0;

    public static void Join(JournalDatabase database, long inboxId, string runId) =>
        database.Change("UPDATE inbox SET leader=$2 WHERE id=$1 AND ended IS NULL", inboxId, runId);

    public static Dictionary<long, string> Joined(JournalDatabase database) => database
        .Rows("SELECT id, leader FROM inbox WHERE ended IS NULL AND leader IS NOT NULL", static row => (Id: row.GetInt64(0), Run: row.GetString(1)))
        .ToDictionary(static row => row.Id, static row => row.Run);

    /// <summary>Its id, and whether it is new.</summary>
    public static (long Id, bool IsNew) Queue(JournalDatabase database, NewOutboxEntry entry, long now)
    {
        var id = database.Number(
            "INSERT INTO outbox(channel, account, chat, key, payload, created, expires) VALUES($1,$2,$3,$4,$5,$6,$7) ON CONFLICT DO NOTHING RETURNING id",
            entry.Channel, entry.AccountId, entry.ChatId, entry.Key, entry.Payload.ToArray(), now, entry.ExpiresAt);
        return id is { } fresh ? (fresh, true) : (database.Number("SELECT id FROM outbox WHERE key=$1", entry.Key)!.Value, false);
    }

    public static List<OutboxEntry> Pending(JournalDatabase database) =>
        database.Rows($"SELECT {OutboxColumns} FROM outbox WHERE ended IS NULL ORDER BY id", Entry);

    public static OutboxEntry? Find(JournalDatabase database, long id) =>
        database.Rows($"SELECT {OutboxColumns} FROM outbox WHERE id=$1", Entry, id).FirstOrDefault();

    // "key", "key#2", "key#3" …: '$' follows '#' in the order of characters.
    public static List<OutboxEntry> FindByKey(JournalDatabase database, string key) =>
        database.Rows($"SELECT {OutboxColumns} FROM outbox WHERE key=$1 OR (key>=$2 AND key<$3) ORDER BY id", Entry, key, key + "#", key + "$");

    /// <summary>The state it had and has; null when there is no such entry.</summary>
    public static (OutboxState Before, OutboxState After)? Mark(JournalDatabase database, long id, OutboxMark mark, long now)
    {
        if (database.Rows("SELECT state FROM outbox WHERE id=$1", static row => (OutboxState)row.GetInt64(0), id) is not [var before])
            return null;
        var isOpen = mark.State is OutboxState.Waiting or OutboxState.Sending;
        var isRevived = isOpen && before is OutboxState.Failed or OutboxState.Dropped;
        database.Change(
            """
            UPDATE outbox SET state=$2, attempts=CASE WHEN $7 THEN 0 ELSE attempts END + $3, next=$4, ended=$5,
              expires=CASE WHEN $7 THEN $8 + (expires - created) ELSE expires END,
              platform=COALESCE($6, platform), error=$9, payload=CASE WHEN $2=2 THEN NULL ELSE payload END
            WHERE id=$1
            """,
            id, (long)mark.State, mark.State == OutboxState.Sending ? 1L : 0L, mark.NextAttemptAt ?? 0L, isOpen ? null : now, mark.PlatformId,
            isRevived ? 1L : 0L, now, mark.Error);
        if (mark.IsUncertain)
            database.Change("INSERT INTO counter(name, value) VALUES('uncertain', 1) ON CONFLICT(name) DO UPDATE SET value=value+1");
        return (before, mark.State);
    }

    public static JournalCounts Counts(JournalDatabase database) => new(
        (int)(database.Number("SELECT count(*) FROM inbox WHERE ended IS NULL") ?? 0),
        (int)(database.Number("SELECT count(*) FROM outbox WHERE ended IS NULL") ?? 0),
        (int)(database.Number("SELECT count(*) FROM outbox WHERE state=3") ?? 0),
        database.Number("SELECT value FROM counter WHERE name='uncertain'") ?? 0);

    public static List<QueueItem> List(JournalDatabase database, QueueFilter filter)
    {
        object?[] values = [filter.Channel, filter.AccountId, filter.All ? 1L : 0L, (long)filter.Limit];
        var items = new List<QueueItem>();
        if (filter.Box is null or "inbox")
        {
            items.AddRange(database.Rows(
                """
                SELECT id, channel, account, chat, CASE WHEN ended IS NULL THEN 'waiting' ELSE 'done' END, 0, received, NULL, outcome FROM inbox
                WHERE ($1 IS NULL OR channel=$1) AND ($2 IS NULL OR account=$2) AND ($3 OR ended IS NULL) ORDER BY id DESC LIMIT $4
                """,
                static row => Item("inbox", row), values));
        }

        if (filter.Box is null or "outbox")
        {
            items.AddRange(database.Rows(
                """
                SELECT id, channel, account, chat, CASE state WHEN 0 THEN 'waiting' WHEN 1 THEN 'sending' WHEN 2 THEN 'sent' WHEN 3 THEN 'failed' ELSE 'dropped' END,
                  attempts, created, CASE WHEN ended IS NULL AND next>0 THEN next END, error FROM outbox
                WHERE ($1 IS NULL OR channel=$1) AND ($2 IS NULL OR account=$2) AND ($3 OR ended IS NULL OR state=3) ORDER BY id DESC LIMIT $4
                """,
                static row => Item("outbox", row), values));
        }

        items.Sort(static (one, other) => one.CreatedAt.CompareTo(other.CreatedAt));
        return items;
    }

    /// <summary>Forgets what ended long ago; failed sends stay longer, because somebody may want to look at them.</summary>
    public static void Sweep(JournalDatabase database, long endedBefore, long failedBefore)
    {
        database.Change("DELETE FROM inbox WHERE ended IS NOT NULL AND ended<$1", endedBefore);
        database.Change("DELETE FROM outbox WHERE ended IS NOT NULL AND ended<$1 AND state<>3", endedBefore);
        database.Change("DELETE FROM outbox WHERE ended IS NOT NULL AND ended<$1", failedBefore);
    }

    private static OutboxEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Bytes(row, 5), (OutboxState)row.GetInt64(6), row.GetInt32(7),
        row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), Text(row, 11), Text(row, 12));

    private static QueueItem Item(string box, SqliteDataReader row) => new(
        box, row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetInt64(6),
        row.IsDBNull(7) ? null : row.GetInt64(7), Text(row, 8));

    private static byte[] Bytes(SqliteDataReader row, int column) => row.IsDBNull(column) ? [] : row.GetFieldValue<byte[]>(column);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
