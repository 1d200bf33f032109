namespace OpenClaw.Agents.Memory;

/// <summary>Gives the chunks of an index their vectors: from what was made before, else from the model.</summary>
internal sealed class ChunkVectors(MemoryDatabase database, MemoryEmbedder embedder, long? mostCached, TimeProvider time)
{
    // About 400 KB of text and 6 MB of vectors at the usual sizes: what is held in memory at a time.
    private const int AtATime = 256;

    /// <summary>Makes what is missing. What was made before a failure stays; the failure is told.</summary>
    public async Task<string?> FillAsync(CancellationToken ct)
    {
        Reuse();
        string? problem = null;
        while (problem is null)
        {
            ct.ThrowIfCancellationRequested();
            var missing = database.Rows(
                "SELECT DISTINCT hash, text FROM chunks WHERE embedding = $0 LIMIT $1", static row => (Hash: row.GetString(0), Text: row.GetString(1)),
                VectorText.None, AtATime);
            if (missing.Count == 0)
                break;
            (var vectors, problem) = await embedder.TextsAsync([.. missing.Select(static one => one.Text)], ct).ConfigureAwait(false);
            Store(missing.Zip(vectors, static (one, vector) => (one.Hash, vector)));
        }

        if (mostCached is { } most)
        {
            database.Run(
                "DELETE FROM embedding_cache WHERE rowid IN (SELECT rowid FROM embedding_cache ORDER BY updated_at DESC, rowid DESC LIMIT -1 OFFSET $0)", most);
        }

        return problem;
    }

    private void Reuse() => database.Run(
        "UPDATE chunks SET embedding = c.embedding FROM embedding_cache AS c WHERE chunks.embedding = $0 AND c.hash = chunks.hash "
        + "AND c.provider = $1 AND c.model = $2 AND c.provider_key = $3",
        VectorText.None, embedder.Provider, embedder.Model, embedder.ProviderKey);

    private void Store(IEnumerable<(string Hash, float[]? Vector)> made)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        using var transaction = database.Begin();
        foreach (var (hash, vector) in made)
        {
            if (vector is null)
                continue;
            var text = VectorText.Of(vector);
            database.Run("UPDATE chunks SET embedding = $0 WHERE hash = $1", text, hash);
            if (mostCached is null)
                continue;
            database.Run(
                "INSERT OR REPLACE INTO embedding_cache (provider, model, provider_key, hash, embedding, dims, updated_at) VALUES ($0, $1, $2, $3, $4, $5, $6)",
                embedder.Provider, embedder.Model, embedder.ProviderKey, hash, text, vector.Length, now);
        }

        transaction.Commit();
    }
}
