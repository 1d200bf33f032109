using System.Text.Json;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Subagents;

/// <summary>The sub-agents there are, in memory and in <c>subagents/runs.json</c>. Safe from any thread; every change is on disk when it is done.</summary>
/// <param name="path">The file; it need not exist.</param>
public sealed class SubagentRegistry(string path) : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SubagentRecord> _records = new(StringComparer.Ordinal);

    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<SubagentRecord> All
    {
        get
        {
            lock (_gate)
                return [.. _records.Values.OrderBy(static record => record.CreatedAt)];
        }
    }

    /// <summary>Those that a session started, the oldest first.</summary>
    public IReadOnlyList<SubagentRecord> Of(string requesterKey) => [.. All.Where(record => record.RequesterSessionKey == requesterKey)];

    /// <summary>The one with this run id.</summary>
    public SubagentRecord? Find(string runId)
    {
        lock (_gate)
            return _records.GetValueOrDefault(runId);
    }

    /// <summary>Reads the file. One that cannot be read is set aside: what it held is lost to this gateway, not to its owner.</summary>
    internal void Load()
    {
        SubagentFile? file = null;
        try
        {
            if (File.Exists(path))
                file = JsonSerializer.Deserialize(File.ReadAllBytes(path), SubagentJson.Default.SubagentFile);
        }
        catch (JsonException)
        {
            File.Copy(path, path + ".unreadable", overwrite: true);
        }

        lock (_gate)
        {
            foreach (var (runId, record) in file?.Runs ?? [])
                _records.TryAdd(runId, record with { RunId = runId });
        }
    }

    /// <summary>Adds one.</summary>
    internal Task AddAsync(SubagentRecord record) => ChangeAsync(records => records[record.RunId] = record);

    /// <summary>Changes one, if it is still there.</summary>
    internal Task UpdateAsync(string runId, Func<SubagentRecord, SubagentRecord> change) => ChangeAsync(records =>
    {
        if (records.TryGetValue(runId, out var known))
            records[runId] = change(known);
    });

    /// <summary>Forgets one.</summary>
    internal Task RemoveAsync(string runId) => ChangeAsync(records => records.Remove(runId));

    /// <summary>Changes one unless the change says null. True: it was changed, and nobody else made the same decision at the same time.</summary>
    internal async Task<bool> TryUpdateAsync(string runId, Func<SubagentRecord, SubagentRecord?> change)
    {
        var done = false;
        await ChangeAsync(records =>
        {
            if (!records.TryGetValue(runId, out var known) || change(known) is not { } changed)
                return;
            records[runId] = changed;
            done = true;
        }).ConfigureAwait(false);
        return done;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private async Task ChangeAsync(Action<Dictionary<string, SubagentRecord>> change)
    {
        await _writer.WaitAsync().ConfigureAwait(false);
        try
        {
            SubagentFile file;
            lock (_gate)
            {
                change(_records);
                file = new SubagentFile { Runs = new Dictionary<string, SubagentRecord>(_records, StringComparer.Ordinal) };
            }

            AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
            await AtomicFile.WriteAsync(path, JsonSerializer.SerializeToUtf8Bytes(file, SubagentJson.Default.SubagentFile), cancellationToken: CancellationToken.None)
                .ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }
}
