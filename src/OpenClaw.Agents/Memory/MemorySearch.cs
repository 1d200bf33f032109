using Microsoft.Data.Sqlite;
using OpenClaw.Agents.Files;
using OpenClaw.Agents.Identity;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Memory;

/// <summary>
/// Searches the notes of agents by words. Every index is opened only while it is used, one use at a time; nothing is read before the first
/// question.
/// </summary>
public sealed class MemorySearch(AgentDirectory agents, TimeProvider time) : IDisposable
{
    private const int MostResults = 50;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What holds for an agent.</summary>
    public MemorySearchConfig Config(string agentId) => MemorySearchConfig.For(agents.Config, agents.Entry(agentId));

    /// <summary>Brings the index up to date and asks it.</summary>
    /// <returns>The hits, best first; or why the index cannot be used.</returns>
    public Task<(IReadOnlyList<MemoryHit> Hits, string? Problem)> SearchAsync(string agentId, string query, int? maxResults, double? minScore, CancellationToken ct) =>
        UseAsync<IReadOnlyList<MemoryHit>>(
            agentId,
            (index, config) =>
            {
                using var database = index.Sync(force: false, ct);
                var most = Math.Clamp(maxResults ?? config.MaxResults, 1, MostResults);
                return KeywordSearch.Run(database, query, most, Math.Clamp(minScore ?? config.MinScore, 0, 1));
            },
            [],
            ct);

    /// <summary>Brings the index up to date; with <paramref name="force"/> it is built anew.</summary>
    public Task<(MemoryStatus? Status, string? Problem)> IndexAsync(string agentId, bool force, CancellationToken ct) =>
        UseAsync<MemoryStatus?>(
            agentId,
            (index, _) =>
            {
                index.Sync(force, ct).Dispose();
                return Status(agentId, index);
            },
            null,
            ct);

    /// <summary>How the index is.</summary>
    public Task<(MemoryStatus? Status, string? Problem)> StatusAsync(string agentId, CancellationToken ct) =>
        UseAsync<MemoryStatus?>(agentId, (index, _) => Status(agentId, index), null, ct);

    /// <summary>The file of memory at a path; null when it is none.</summary>
    internal string? Find(string agentId, string path) => Files(agentId, Config(agentId)).Find(path);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<(T Result, string? Problem)> UseAsync<T>(string agentId, Func<MemoryIndex, MemorySearchConfig, T> use, T nothing, CancellationToken ct)
    {
        var config = Config(agentId);
        var index = new MemoryIndex(StorePath(agentId, config), Files(agentId, config), config, time);
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            // The library works on the thread it is called on.
            return (await Task.Run(() => use(index, config), ct).ConfigureAwait(false), null);
        }
        catch (SqliteException problem)
        {
            return (nothing, $"the memory index cannot be used: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (nothing, $"the memory index cannot be used: {problem.Message}");
        }
        catch (Exception problem) when (problem is TypeInitializationException or DllNotFoundException)
        {
            return (nothing, "the memory index cannot be used: the library e_sqlite3 is missing; it belongs beside the program");
        }
        finally
        {
            _turn.Release();
        }
    }

    private MemoryStatus Status(string agentId, MemoryIndex index)
    {
        var (onDisk, known, chunks, stale) = index.Look();
        return new MemoryStatus(agentId, StorePath(agentId, Config(agentId)), agents.Workspace(agentId), onDisk, known, chunks, stale);
    }

    private MemoryFiles Files(string agentId, MemorySearchConfig config)
    {
        var workspace = agents.Workspace(agentId);
        return new MemoryFiles(workspace, [.. config.ExtraPaths.Select(path => path.StartsWith('~') ? agents.Paths.Expand(path) : Path.GetFullPath(path, workspace))]);
    }

    private string StorePath(string agentId, MemorySearchConfig config)
    {
        var name = PathGuard.IsFileId(agentId) ? agentId : AgentIds.Normalize(agentId);
        return config.StorePath is { } path
            ? agents.Paths.Expand(path.Replace("{agentId}", name, StringComparison.Ordinal))
            : Path.Combine(agents.Paths.StateDir, "memory", $"{name}.sqlite");
    }
}
