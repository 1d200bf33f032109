using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OpenClaw.Agents.Identity;
using OpenClaw.Configuration.Model;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Memory;

/// <summary>
/// Searches the notes of agents by words and, where somebody makes vectors, by meaning. Every index is opened only while it is used, one use
/// at a time; nothing is read and nobody is asked before the first question.
/// </summary>
public sealed class MemorySearch(AgentDirectory agents, TimeProvider time, MemoryVectors? vectors = null) : IDisposable
{
    private const int MostResults = 50;

    // One for each index that was used: as many as there are agents.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>What holds for an agent.</summary>
    public MemorySearchConfig Config(string agentId) => MemorySearchConfig.For(agents.Config, agents.Entry(agentId));

    /// <summary>Brings the index up to date and asks it: by words alone, with the reason, when vectors cannot be had.</summary>
    public async Task<MemoryAnswer> SearchAsync(string agentId, string query, int? maxResults, double? minScore, CancellationToken ct)
    {
        var (answer, problem) = await UseAsync<MemoryAnswer?>(
            agentId,
            async (index, config, embedder) =>
            {
                using var database = index.Sync(force: false, ct);
                var most = Math.Clamp(maxResults ?? config.MaxResults, 1, MostResults);
                var least = Math.Clamp(minScore ?? config.MinScore, 0, 1);
                var reason = vectors?.For(agentId).Problem;
                if (embedder is not null)
                {
                    (var question, reason) = await embedder.QuestionAsync(query, ct).ConfigureAwait(false);
                    if (question is not null)
                    {
                        reason = await index.FillAsync(database, ct).ConfigureAwait(false);
                        return new MemoryAnswer(HybridSearch.Run(database, question, query, config, most, least), null)
                        {
                            Provider = embedder.Provider,
                            Model = embedder.Model,
                            Wanted = reason is null ? null : embedder.Provider,
                            Reason = reason,
                        };
                    }
                }

                var wanted = embedder?.Provider ?? config.Provider;
                return new MemoryAnswer(KeywordSearch.Run(database, query, most * config.CandidateMultiplier, most, least), null)
                {
                    Wanted = wanted,
                    Reason = wanted is null ? null : reason ?? "vectors are not made here",
                };
            },
            null,
            ct).ConfigureAwait(false);
        return answer ?? new MemoryAnswer([], problem);
    }

    /// <summary>Brings the index up to date; with <paramref name="force"/> it is built anew.</summary>
    public Task<(MemoryStatus? Status, string? Problem)> IndexAsync(string agentId, bool force, CancellationToken ct) =>
        UseAsync<MemoryStatus?>(
            agentId,
            async (index, _, embedder) =>
            {
                string? missing;
                using (var database = index.Sync(force, ct))
                    missing = await index.FillAsync(database, ct).ConfigureAwait(false);
                return Status(agentId, index, embedder) with { Missing = missing };
            },
            null,
            ct);

    /// <summary>How the index is.</summary>
    public Task<(MemoryStatus? Status, string? Problem)> StatusAsync(string agentId, CancellationToken ct) =>
        UseAsync<MemoryStatus?>(agentId, (index, _, embedder) => Task.FromResult<MemoryStatus?>(Status(agentId, index, embedder)), null, ct);

    /// <summary>The file of memory at a path; null when it is none.</summary>
    internal string? Find(string agentId, string path) => Files(agentId, Config(agentId)).Find(path);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var turn in _turns.Values)
            turn.Dispose();
    }

    private async Task<(T Result, string? Problem)> UseAsync<T>(string agentId, Func<MemoryIndex, MemorySearchConfig, MemoryEmbedder?, Task<T>> use, T nothing, CancellationToken ct)
    {
        var config = Config(agentId);
        var embedder = vectors?.For(agentId).Embedder;
        var path = StorePath(agentId, config);
        var index = new MemoryIndex(path, Files(agentId, config), config, embedder, time);
        var turn = _turns.GetOrAdd(path, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            // The library works on the thread it is called on.
            return (await Task.Run(() => use(index, config, embedder), ct).ConfigureAwait(false), null);
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
            turn.Release();
        }
    }

    private MemoryStatus Status(string agentId, MemoryIndex index, MemoryEmbedder? embedder)
    {
        var (onDisk, known, chunks, stale) = index.Look();
        return new MemoryStatus(agentId, StorePath(agentId, Config(agentId)), agents.Workspace(agentId), onDisk, known, chunks, stale)
        {
            Provider = embedder?.Provider ?? MemoryIndex.Keyword,
            Model = embedder?.Model,
        };
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
