namespace OpenClaw.Storage.Journal;

/// <summary>Tables of the journal. What has ended keeps its key, so that a duplicate is recognised, and loses its text.</summary>
internal static class JournalSchema
{
    /// <summary>Raised with every change of the tables.</summary>
    public const int Version = 1;

    // FULL: a commit is on the disk, not just with the kernel, when it returns. One commit carries many messages, so it costs little.
    public const string Settings =
        """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA busy_timeout=2000;
        PRAGMA journal_size_limit=4194304;
        PRAGMA cache_size=-1024;
        PRAGMA temp_store=MEMORY;
        """;

    public const string Tables =
        """
        CREATE TABLE IF NOT EXISTS inbox(
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          channel TEXT NOT NULL, account TEXT NOT NULL, key TEXT NOT NULL, chat TEXT NOT NULL,
          payload BLOB, received INTEGER NOT NULL, ended INTEGER, outcome TEXT, leader TEXT,
          UNIQUE(channel, account, key));
        CREATE INDEX IF NOT EXISTS inbox_open ON inbox(id) WHERE ended IS NULL;
        CREATE INDEX IF NOT EXISTS inbox_ended ON inbox(ended) WHERE ended IS NOT NULL;
        CREATE TABLE IF NOT EXISTS outbox(
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          channel TEXT NOT NULL, account TEXT NOT NULL, chat TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
          payload BLOB, state INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
          next INTEGER NOT NULL DEFAULT 0, created INTEGER NOT NULL, expires INTEGER NOT NULL, ended INTEGER,
          platform TEXT, error TEXT);
        CREATE INDEX IF NOT EXISTS outbox_open ON outbox(id) WHERE ended IS NULL;
        CREATE INDEX IF NOT EXISTS outbox_failed ON outbox(id) WHERE state=3;
        CREATE INDEX IF NOT EXISTS outbox_ended ON outbox(ended) WHERE ended IS NOT NULL;
        CREATE TABLE IF NOT EXISTS counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL);
        PRAGMA user_version=1;
        """;
}
