using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Sessions;

/// <summary>All agents' sessions. Owns the store files; everybody else asks here.</summary>
public sealed class SessionStore(AgentDirectory agents, TimeProvider time) : IDisposable
{
    // One small object per agent; the cap only keeps a flood of invented agent ids from filling the memory.
    private const int MaxFiles = 512;

    private static readonly Dictionary<string, StoredSession> s_none = [];

    private readonly ConcurrentDictionary<string, SessionStoreFile> _files = new(StringComparer.Ordinal);

    /// <summary>Whose sessions these are.</summary>
    public AgentDirectory Agents => agents;

    /// <summary>Clock.</summary>
    public TimeProvider Time => time;

    /// <summary>The stored entry of a canonical key.</summary>
    public StoredSession? Find(string canonicalKey) => Entries(AgentOf(canonicalKey)).GetValueOrDefault(canonicalKey);

    /// <summary>All entries of an agent's store.</summary>
    public IReadOnlyDictionary<string, StoredSession> Entries(string agentId)
    {
        // A question about an agent that has no store must not leave anything behind.
        var path = agents.SessionPaths.Store(agentId);
        return _files.ContainsKey(path) || System.IO.File.Exists(path) ? File(agentId).Read() : s_none;
    }

    /// <summary>The store file of a canonical key.</summary>
    public string StorePath(string canonicalKey) => agents.SessionPaths.Store(AgentOf(canonicalKey));

    /// <summary>The agent a canonical key belongs to.</summary>
    public string AgentOf(string canonicalKey) => SessionKeys.AgentOf(canonicalKey, agents.KeyRules);

    /// <summary>The canonical form of a caller's key.</summary>
    public string Canonical(string key) => SessionKeys.Canonical(key, agents.KeyRules);

    /// <summary>The transcript of an entry; null when the stored ids name none that may be opened.</summary>
    public Transcript? Transcript(string canonicalKey, StoredSession entry) =>
        agents.SessionPaths.Transcript(AgentOf(canonicalKey), entry) is { } path ? new Transcript(path, time) : null;

    /// <summary>
    /// Changes or creates an entry and writes the store. The entry gets a session id when it has none, and <c>updatedAt</c> never goes
    /// back (spec 08 §4, "merge").
    /// </summary>
    public Task<StoredSession> UpdateAsync(string canonicalKey, Action<JsonObject> change, CancellationToken ct) =>
        UpdateAsync(canonicalKey, change, isActivity: true, ct);

    /// <summary>As <see cref="UpdateAsync(string, Action{JsonObject}, CancellationToken)"/>; what is no activity leaves <c>updatedAt</c> as it is.</summary>
    public async Task<StoredSession> UpdateAsync(string canonicalKey, Action<JsonObject> change, bool isActivity, CancellationToken ct)
    {
        var (entry, _) = await TryUpdateAsync(
            canonicalKey,
            (changed, _) =>
            {
                change(changed);
                return null;
            },
            isActivity,
            ct).ConfigureAwait(false);
        return entry!;
    }

    /// <summary>As <see cref="UpdateAsync(string, Action{JsonObject}, CancellationToken)"/>, but the change may refuse: then nothing is written. It also sees the other entries.</summary>
    public Task<(StoredSession? Entry, string? Problem)> TryUpdateAsync(
        string canonicalKey, Func<JsonObject, JsonObject, string?> change, CancellationToken ct) =>
        TryUpdateAsync(canonicalKey, change, isActivity: true, ct);

    /// <summary>As <see cref="UpdateAsync(string, Action{JsonObject}, bool, CancellationToken)"/>, but the change may refuse.</summary>
    public Task<(StoredSession? Entry, string? Problem)> TryUpdateAsync(
        string canonicalKey, Func<JsonObject, JsonObject, string?> change, bool isActivity, CancellationToken ct) =>
        File(AgentOf(canonicalKey)).UpdateAsync<(StoredSession? Entry, string? Problem)>(
            canonicalKey,
            store =>
            {
                var entry = EntryOf(store, canonicalKey);
                if (change(entry, store) is { } problem)
                    return (false, (null, problem));
                Touch(entry, isActivity);
                store[canonicalKey] = entry;
                return (true, (StoredSession.From(entry), null));
            },
            ct);

    /// <summary>Replaces an entry by a new one made from the old one.</summary>
    public Task<StoredSession> ReplaceAsync(string canonicalKey, Func<StoredSession?, JsonObject> make, CancellationToken ct) =>
        File(AgentOf(canonicalKey)).UpdateAsync(
            canonicalKey,
            store =>
            {
                var entry = make(store[canonicalKey] is JsonObject old ? StoredSession.From(old) : null);
                store[canonicalKey] = entry;
                return (true, StoredSession.From(entry));
            },
            ct);

    /// <summary>Removes an entry; null when there was none.</summary>
    public Task<StoredSession?> RemoveAsync(string canonicalKey, CancellationToken ct) =>
        File(AgentOf(canonicalKey)).UpdateAsync(
            canonicalKey,
            store =>
            {
                var old = store[canonicalKey] is JsonObject entry ? StoredSession.From(entry) : null;
                return (store.Remove(canonicalKey), old);
            },
            ct);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
        _files.Clear();
    }

    private SessionStoreFile File(string agentId)
    {
        var path = agents.SessionPaths.Store(agentId);
        if (_files.TryGetValue(path, out var known))
            return known;
        if (_files.Count >= MaxFiles)
            throw new InvalidOperationException($"more than {MaxFiles} agents have a session store");
        return _files.GetOrAdd(path, static (name, clock) => new SessionStoreFile(name, clock), time);
    }

    private void Touch(JsonObject entry, bool isActivity)
    {
        if (Text(entry, "sessionId") is not { Length: > 0 })
            entry.Insert(0, "sessionId", Guid.NewGuid().ToString());
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var before = entry["updatedAt"] is JsonValue value && value.TryGetValue<long>(out var stamp) ? stamp : 0;
        if (entry.ContainsKey("updatedAt"))
            entry["updatedAt"] = isActivity ? Math.Max(before, now) : before;
        else
            entry.Insert(1, "updatedAt", now);
    }

    /// <summary>A copy: a change that is refused in the end leaves nothing behind.</summary>
    private static JsonObject EntryOf(JsonObject store, string key) =>
        store[key] is JsonObject entry ? StoredSession.Upgrade(StoredSession.From(entry).Raw).ToObject() : [];

    private static string? Text(JsonObject entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
