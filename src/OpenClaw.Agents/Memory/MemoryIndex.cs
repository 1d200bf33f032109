using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Memory;

/// <summary>
/// Keeps an index equal to the files it is of (spec 09 §11). Changed files are replaced in one transaction; an index of another making is
/// built anew beside the old one and takes its place when it is complete.
/// </summary>
internal sealed class MemoryIndex(string path, MemoryFiles files, MemorySearchConfig config, MemoryEmbedder? embedder, TimeProvider time)
{
    /// <summary>What stands in the index for "found by words".</summary>
    public const string Keyword = "keyword";

    private const string MetaKey = "memory_index_meta_v1";
    private const string Source = "memory";

    // SQLite's words for a file that is damaged or something else.
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private string Model => embedder?.Model ?? Keyword;

    /// <summary>Opens the index and brings it up to date. The caller disposes what it gets.</summary>
    /// <param name="force">True: build it anew whatever it holds.</param>
    /// <param name="ct">Ends the work between two files; nothing half-done stays.</param>
    public MemoryDatabase Sync(bool force, CancellationToken ct)
    {
        var found = files.List();
        if (force || !IsOurs())
            Rebuild(found, ct);
        var database = MemoryDatabase.Open(path);
        try
        {
            Update(database, found, ct);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Gives the chunks their vectors, when somebody makes any. Returns why some are missing.</summary>
    public Task<string?> FillAsync(MemoryDatabase database, CancellationToken ct) =>
        embedder is null ? Task.FromResult<string?>(null) : new ChunkVectors(database, embedder, config.CachedVectors, time).FillAsync(ct);

    /// <summary>How it is, without changing anything.</summary>
    public (int FilesOnDisk, int Files, int Chunks, bool IsStale) Look()
    {
        var found = files.List();
        if (!IsOurs())
            return (found.Count, 0, 0, found.Count > 0);
        using var database = MemoryDatabase.Open(path);
        var known = Known(database);
        var stale = known.Count != found.Count || found.Any(file => !IsSame(known, file));
        return (found.Count, known.Count, (int)(long)database.Scalar("SELECT COUNT(*) FROM chunks")!, stale);
    }

    private bool IsOurs()
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var database = MemoryDatabase.Open(path);
            return database.Scalar("SELECT value FROM meta WHERE key = $0", MetaKey) as string == Meta();
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is Corrupt or NotADatabase or 1)
        {
            // Damaged, or tables of another making: the files still hold everything.
            return false;
        }
    }

    private void Rebuild(IReadOnlyList<MemoryFile> found, CancellationToken ct)
    {
        var fresh = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var database = MemoryDatabase.Open(fresh))
            {
                if (File.Exists(path))
                    KeepCache(database);
                database.Run("INSERT INTO meta (key, value) VALUES ($0, $1)", MetaKey, Meta());
                Update(database, found, ct);
            }

            foreach (var leftover in new[] { "-journal", "-wal", "-shm" })
                File.Delete(path + leftover);
            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
            File.Delete(fresh + "-journal");
        }
    }

    /// <summary>Vectors cost money: those that were made stay known to an index that is built anew.</summary>
    private void KeepCache(MemoryDatabase database)
    {
        try
        {
            database.Run("ATTACH DATABASE $0 AS old", path);
        }
        catch (SqliteException)
        {
            // No database at all: there is nothing to keep.
            return;
        }

        try
        {
            database.Run("INSERT OR IGNORE INTO embedding_cache SELECT provider, model, provider_key, hash, embedding, dims, updated_at FROM old.embedding_cache");
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is Corrupt or NotADatabase or 1)
        {
            // Damaged, or of another making: they are made again when they are needed.
            return;
        }
        finally
        {
            database.Run("DETACH DATABASE old");
        }
    }

    private void Update(MemoryDatabase database, IReadOnlyList<MemoryFile> found, CancellationToken ct)
    {
        var known = Known(database);
        var changed = found.Where(file => !IsSame(known, file)).ToList();
        var gone = known.Keys.Except(found.Select(static file => file.Path), StringComparer.Ordinal).ToList();
        if (changed.Count == 0 && gone.Count == 0)
            return;
        using var transaction = database.Begin();
        foreach (var name in gone)
            Remove(database, name);
        foreach (var file in changed)
        {
            ct.ThrowIfCancellationRequested();
            Replace(database, file, known.GetValueOrDefault(file.Path).Hash);
        }

        transaction.Commit();
    }

    private void Replace(MemoryDatabase database, MemoryFile file, string? before)
    {
        string text;
        try
        {
            text = File.ReadAllText(file.FullPath, Encoding.UTF8);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Gone or closed to us since it was listed: it is out of the index until it can be read.
            Remove(database, file.Path);
            return;
        }

        var hash = ContentHash.Of(text);
        if (hash != before)
        {
            Remove(database, file.Path);
            foreach (var chunk in MemoryChunks.Of(text, config.ChunkTokens, config.ChunkOverlap))
                Add(database, file.Path, chunk);
        }

        database.Run(
            "INSERT INTO files (path, source, hash, mtime, size) VALUES ($0, $1, $2, $3, $4) "
            + "ON CONFLICT(path) DO UPDATE SET hash = excluded.hash, mtime = excluded.mtime, size = excluded.size",
            file.Path, Source, hash, file.ModifiedMs, file.Size);
    }

    private void Add(MemoryDatabase database, string name, MemoryChunk chunk)
    {
        var hash = ContentHash.Of(chunk.Text);
        var id = ContentHash.Of(string.Create(CultureInfo.InvariantCulture, $"{Source}:{name}:{chunk.StartLine}:{chunk.EndLine}:{hash}:{Model}"));
        database.Run(
            "INSERT OR REPLACE INTO chunks (id, path, source, start_line, end_line, hash, model, text, embedding, updated_at) "
            + "VALUES ($0, $1, $2, $3, $4, $5, $6, $7, '[]', $8)",
            id, name, Source, chunk.StartLine, chunk.EndLine, hash, Model, chunk.Text, time.GetUtcNow().ToUnixTimeMilliseconds());
        database.Run(
            "INSERT INTO chunks_fts (text, id, path, source, model, start_line, end_line) VALUES ($0, $1, $2, $3, $4, $5, $6)",
            chunk.Text, id, name, Source, Model, chunk.StartLine, chunk.EndLine);
    }

    private static void Remove(MemoryDatabase database, string name)
    {
        database.Run("DELETE FROM chunks_fts WHERE path = $0", name);
        database.Run("DELETE FROM chunks WHERE path = $0", name);
        database.Run("DELETE FROM files WHERE path = $0", name);
    }

    private static Dictionary<string, (string Hash, long Modified, long Size)> Known(MemoryDatabase database) =>
        database.Rows("SELECT path, hash, mtime, size FROM files", static row => (row.GetString(0), (row.GetString(1), row.GetInt64(2), row.GetInt64(3))))
            .ToDictionary(StringComparer.Ordinal);

    private static bool IsSame(Dictionary<string, (string Hash, long Modified, long Size)> known, MemoryFile file) =>
        known.TryGetValue(file.Path, out var one) && one.Modified == file.ModifiedMs && one.Size == file.Size;

    /// <summary>What an index depends on. Another value: it is of another making.</summary>
    private string Meta() => Encoding.UTF8.GetString(StoreJson.Write(
        new JsonObject
        {
            ["model"] = Model,
            ["provider"] = embedder?.Provider ?? Keyword,
            ["providerKey"] = embedder?.ProviderKey ?? string.Empty,
            ["chunkTokens"] = config.ChunkTokens,
            ["chunkOverlap"] = config.ChunkOverlap,
        },
        indented: false));
}
