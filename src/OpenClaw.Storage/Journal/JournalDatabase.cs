using Microsoft.Data.Sqlite;

namespace OpenClaw.Storage.Journal;

/// <summary>The open database: statements are prepared once and used by one thread at a time.</summary>
internal sealed class JournalDatabase : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    private JournalDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens or makes it, readable by its owner alone.</summary>
    /// <exception cref="SqliteException">It is locked, damaged, no database, or cannot be written.</exception>
    /// <exception cref="IOException">Its folder cannot be made, or a newer release wrote it.</exception>
    public static JournalDatabase Open(string path)
    {
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = AtomicFile.OwnerOnly;

        // The files SQLite puts beside it take their mode from this one.
        using (new FileStream(path, options))
        {
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 2 }.ToString());
        try
        {
            connection.Open();
            var database = new JournalDatabase(connection);
            database.Execute(JournalSchema.Settings);
            if (database.Number("PRAGMA user_version") is var version && version > JournalSchema.Version)
                throw new IOException($"{path} was written by a newer release (version {version}); use that release, or move the file away");
            database.Execute(JournalSchema.Tables);
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins a transaction that has the write lock from the start, so that it cannot fail half way for want of it.</summary>
    public void Begin() => Change("BEGIN IMMEDIATE");

    /// <summary>Everything since <see cref="Begin"/> is on disk when this returns.</summary>
    public void Commit() => Change("COMMIT");

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Change(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row as a number; null without a row.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar() is long number ? number : null;

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Command(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            _commands[sql] = command;
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
