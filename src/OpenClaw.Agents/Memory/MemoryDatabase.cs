using Microsoft.Data.Sqlite;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Memory;

/// <summary>The file of an index: its tables (spec 09 §11) and small means to use them.</summary>
internal sealed class MemoryDatabase : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, source TEXT NOT NULL DEFAULT 'memory', hash TEXT NOT NULL, mtime INTEGER NOT NULL, size INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS chunks (
          id TEXT PRIMARY KEY, path TEXT NOT NULL, source TEXT NOT NULL DEFAULT 'memory', start_line INTEGER NOT NULL, end_line INTEGER NOT NULL,
          hash TEXT NOT NULL, model TEXT NOT NULL, text TEXT NOT NULL, embedding TEXT NOT NULL, updated_at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS idx_chunks_path ON chunks(path);
        CREATE TABLE IF NOT EXISTS embedding_cache (
          provider TEXT NOT NULL, model TEXT NOT NULL, provider_key TEXT NOT NULL, hash TEXT NOT NULL, embedding TEXT NOT NULL, dims INTEGER,
          updated_at INTEGER NOT NULL, PRIMARY KEY (provider, model, provider_key, hash));
        CREATE VIRTUAL TABLE IF NOT EXISTS chunks_fts USING fts5(
          text, id UNINDEXED, path UNINDEXED, source UNINDEXED, model UNINDEXED, start_line UNINDEXED, end_line UNINDEXED,
          tokenize = 'unicode61 remove_diacritics 2');
        """;

    private readonly SqliteConnection _connection;

    private MemoryDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file, which is made when it is not there.</summary>
    /// <exception cref="SqliteException">It is no database, or somebody else holds it.</exception>
    public static MemoryDatabase Open(string path)
    {
        Prepare(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            var database = new MemoryDatabase(connection);
            database.Run(Schema);
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements; the values fill <c>$0</c>, <c>$1</c> ….</summary>
    public void Run(string sql, params ReadOnlySpan<object> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Looks at all rows, one after another.</summary>
    public void Each(string sql, Action<SqliteDataReader> look)
    {
        using var command = Command(sql, []);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            look(reader);
    }

    /// <summary>Everything until <c>Commit</c> happens, or nothing of it.</summary>
    public SqliteTransaction Begin() => _connection.BeginTransaction();

    public void Dispose() => _connection.Dispose();

    /// <summary>Notes are private: the file is made for its owner alone before the library touches it.</summary>
    private static void Prepare(string path)
    {
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
            return;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = AtomicFile.OwnerOnly;
        using var made = new FileStream(path, options);
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i}", values[i]);
        return command;
    }
}
