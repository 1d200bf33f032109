using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

        var entries = ReadEntries();
        lock (_gate)
        {
            _seen = stamp;
            _entries = entries;
        }

        return entries;
    }

    /// <summary>
    /// Runs <paramref name="change"/> on the store object under the lock and writes the file if it returns true in its first part.
    /// </summary>
    public async Task<T> UpdateAsync<T>(Func<JsonObject, (bool Changed, T Result)> change, CancellationToken ct)
    {
        await _writer.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
            using var held = await SidecarLock.AcquireAsync(path + ".lock", "startedAt", s_staleLock, time, ct).ConfigureAwait(false);
            var store = Load();
            var (changed, result) = change(store);
            if (changed)
                await SaveAsync(store).ConfigureAwait(false);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer.Dispose();

    private async Task SaveAsync(JsonObject store)
    {
        KeepUnreadable();

        // A store of many sessions is large and written often: no copies of it are made that can be avoided.
        var json = new ArrayBufferWriter<byte>((int)Math.Clamp(_seen.Size + SpareBytes, SpareBytes, int.MaxValue / 2));
        StoreJson.Write(json, store, indented: true);

        // Not cancellable: a change that was decided is written.
        await AtomicFile.WriteAsync(path, json.WrittenMemory, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        var stamp = Stamp();
        lock (_gate)
        {
            _seen = stamp;
            _entries = Freeze(json.WrittenMemory, _entries);
        }
    }

    /// <summary>A store that cannot be read counts as empty, but is set aside before it is overwritten.</summary>
    private void KeepUnreadable()
    {
        if (File.Exists(path) && new FileInfo(path).Length > 0 && TryParse() is null)
            File.Copy(path, $"{path}.unreadable.{time.GetUtcNow().ToUnixTimeMilliseconds()}", overwrite: true);
    }

    private JsonObject Load() => TryParse() ?? [];

    private JsonObject? TryParse()
    {
        try
        {
            // Asking for a key makes the object look at all of them: the same key twice is damage too.
            return JsonNode.Parse(File.ReadAllBytes(path), documentOptions: StoreJson.Lenient) is JsonObject store && !store.ContainsKey(string.Empty)
                ? store
                : null;
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private ImmutableDictionary<string, StoredSession> ReadEntries()
    {
        try
        {
            return Freeze(File.ReadAllBytes(path), s_empty);
        }
        catch (Exception problem) when (problem is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return s_empty;
        }
    }

    /// <summary>The entries of a store; those that did not change are the objects they were.</summary>
    private static ImmutableDictionary<string, StoredSession> Freeze(ReadOnlyMemory<byte> json, ImmutableDictionary<string, StoredSession> before)
    {
        using var document = JsonDocument.Parse(json, StoreJson.Lenient);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return s_empty;
        var builder = before.ToBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object)
                continue;
            seen.Add(member.Name);
            if (!before.TryGetValue(member.Name, out var known) || !IsSame(known.Raw, member.Value))
                builder[member.Name] = StoredSession.Upgrade(member.Value.Clone());
        }

        foreach (var name in before.Keys)
        {
            if (!seen.Contains(name))
                builder.Remove(name);
        }

        return builder.ToImmutable();
    }

    private static bool IsSame(JsonElement known, JsonElement now) =>
        known.ValueKind == JsonValueKind.Object && JsonMarshal.GetRawUtf8Value(known).SequenceEqual(JsonMarshal.GetRawUtf8Value(now));

    private (DateTime Stamp, long Size) Stamp()
    {
        var info = new FileInfo(path);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : (DateTime.MinValue, -1);
    }
}
