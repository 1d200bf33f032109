using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Files;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Sessions;

/// <summary>
/// One <c>sessions.json</c> (spec 08 §4). Readers get an immutable picture that is refreshed when the file on disk changed; writers hold
/// the store lock, read the disk again, change, and replace the whole file.
/// </summary>
internal sealed class SessionStoreFile(string path, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_staleLock = TimeSpan.FromSeconds(30);
    private static readonly ImmutableDictionary<string, StoredSession> s_empty =
        ImmutableDictionary.Create<string, StoredSession>(StringComparer.Ordinal);

    // What one change adds to the file at most, as a rule.
    private const int SpareBytes = 16 * 1024;

    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly Lock _gate = new();
    private readonly List<StoreChange> _waiting = [];
    private (DateTime Stamp, long Size) _seen = (DateTime.MinValue, -1);
    private ImmutableDictionary<string, StoredSession> _entries = s_empty;

    public string FilePath => path;

    /// <summary>The entries now; a missing or unreadable file has none.</summary>
    public ImmutableDictionary<string, StoredSession> Read()
    {
        var stamp = Stamp();
        lock (_gate)
        {
            if (stamp == _seen)
                return _entries;
        }

        using var onDisk = StoreOnDisk.Read(path);
        var entries = Freeze(onDisk.Root);
        lock (_gate)
        {
            _seen = stamp;
            _entries = entries;
        }

        return entries;
    }

    /// <summary>
    /// Runs <paramref name="change"/> on the store object under the lock and writes the file if it returns true in its first part. Returns
    /// when that is on disk. Changes that wait at the same time are written together, in the order in which they came.
    /// </summary>
    /// <param name="key">The one entry that it may change.</param>
    /// <param name="change">One that returns false, or throws, leaves the store as it was.</param>
    /// <param name="ct">Takes the change back as long as nobody has begun to make it.</param>
    public async Task<T> UpdateAsync<T>(string key, Func<JsonObject, (bool Changed, T Result)> change, CancellationToken ct)
    {
        var mine = new StoreChange<T>(key, change);
        lock (_gate)
            _waiting.Add(mine);
        try
        {
            await _writer.WaitAsync(ct).ConfigureAwait(false);
            try
            {
                // Whoever wrote while we waited has written this too.
                if (!mine.Settled.IsCompleted)
                    await WriteWaitingAsync(ct).ConfigureAwait(false);
            }
            finally
            {
                _writer.Release();
            }
        }
        catch
        {
            bool takenBack;
            lock (_gate)
                takenBack = _waiting.Remove(mine);
            if (takenBack)
                throw;
        }

        return await mine.Settled.ConfigureAwait(false);
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Makes all changes that wait, and writes the file once. What fails after they were taken is told to each of them.</summary>
    private async Task WriteWaitingAsync(CancellationToken ct)
    {
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
        var held = await SidecarLock.AcquireAsync(path + ".lock", "startedAt", s_staleLock, time, ct).ConfigureAwait(false);
        StoreChange[] batch;
        lock (_gate)
        {
            batch = [.. _waiting];
            _waiting.Clear();
        }

        try
        {
            using (held)
            using (var onDisk = StoreOnDisk.Read(path))
            {
                var before = Entries(onDisk);
                var (store, damaged) = onDisk.ToObject();
                List<string> changed = [.. batch.Where(change => change.Apply(store)).Select(static change => change.Key)];
                if (changed.Count > 0)
                    await SaveAsync(store, damaged, before, changed).ConfigureAwait(false);
            }
        }
        catch (Exception problem)
        {
            foreach (var change in batch)
                change.Fail(problem);
            return;
        }

        foreach (var change in batch)
            change.Settle();
    }

    private async Task SaveAsync(JsonObject store, bool damaged, ImmutableDictionary<string, StoredSession> before, List<string> changed)
    {
        // What cannot be read is set aside before it is overwritten.
        if (damaged)
            File.Copy(path, $"{path}.unreadable.{time.GetUtcNow().ToUnixTimeMilliseconds()}", overwrite: true);
        using var json = new PooledBuffer((int)Math.Clamp(_seen.Size + SpareBytes, SpareBytes, int.MaxValue / 2));
        StoreJson.Write(json, store, indented: true);

        // Not cancellable: a change that was decided is written.
        await AtomicFile.WriteAsync(path, json.Written, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        var stamp = Stamp();
        var entries = before.ToBuilder();
        foreach (var key in changed)
        {
            if (store[key] is JsonObject entry)
                entries[key] = StoredSession.From(entry);
            else
                entries.Remove(key);
        }

        lock (_gate)
        {
            _seen = stamp;
            _entries = entries.ToImmutable();
        }
    }

    /// <summary>The entries of what is on disk now: those we know, when nobody else has written meanwhile.</summary>
    private ImmutableDictionary<string, StoredSession> Entries(StoreOnDisk onDisk)
    {
        var stamp = Stamp();
        lock (_gate)
        {
            if (stamp == _seen)
                return _entries;
        }

        return Freeze(onDisk.Root);
    }

    /// <summary>The entries of a store, in memory of their own.</summary>
    private static ImmutableDictionary<string, StoredSession> Freeze(JsonElement store)
    {
        if (store.ValueKind != JsonValueKind.Object)
            return s_empty;
        var builder = s_empty.ToBuilder();
        foreach (var member in store.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Object)
                builder[member.Name] = StoredSession.Upgrade(member.Value.Clone());
        }

        return builder.ToImmutable();
    }

    private (DateTime Stamp, long Size) Stamp()
    {
        var info = new FileInfo(path);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : (DateTime.MinValue, -1);
    }
}
