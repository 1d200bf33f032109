namespace OpenClaw.Agents.Memory;

/// <summary>
/// Finds chunks by meaning and by words (spec 09 §11): 0.7 of the score is how near the vectors are, 0.3 how well the words fit. A chunk
/// without a vector is judged by its words alone.
/// </summary>
internal static class HybridSearch
{
    /// <summary>The best chunks, best first. Reads all vectors, holds one at a time.</summary>
    /// <param name="database">The index.</param>
    /// <param name="question">The vector of the question.</param>
    /// <param name="query">Its words.</param>
    /// <param name="wish">Weights, and how many candidates words may name.</param>
    /// <param name="maxResults">How many are wanted.</param>
    /// <param name="minScore">Below it nothing is.</param>
    public static IReadOnlyList<MemoryHit> Run(
        MemoryDatabase database, float[] question, string query, Configuration.Model.MemorySearchConfig wish, int maxResults, double minScore)
    {
        var byWords = wish.Hybrid
            ? KeywordSearch.Candidates(database, query, maxResults * wish.CandidateMultiplier).ToDictionary(static one => one.Id, static one => one.Hit.Score, StringComparer.Ordinal)
            : [];
        var (vectorWeight, textWeight) = wish.Hybrid ? (wish.VectorWeight, wish.TextWeight) : (1, 0);
        var best = new PriorityQueue<string, double>();
        database.Each("SELECT id, embedding FROM chunks", row =>
        {
            var id = row.GetString(0);
            var words = byWords.GetValueOrDefault(id);
            var score = VectorText.Cosine(question, row.GetString(1)) is { } near ? (vectorWeight * Math.Clamp(near, 0, 1)) + (textWeight * words) : words;
            if (score < minScore || score <= 0)
                return;
            if (best.Count < maxResults)
                best.Enqueue(id, score);
            else
                best.EnqueueDequeue(id, score);
        });
        return
        [
            .. best.UnorderedItems
                .Select(one => Hit(database, one.Element, Math.Round(one.Priority, 4)))
                .OrderByDescending(static hit => hit.Score)
                .ThenBy(static hit => hit.Path, StringComparer.Ordinal)
                .ThenBy(static hit => hit.StartLine),
        ];
    }

    private static MemoryHit Hit(MemoryDatabase database, string id, double score) => database.Rows(
        "SELECT path, start_line, end_line, text FROM chunks WHERE id = $0",
        row => new MemoryHit(row.GetString(0), row.GetInt32(1), row.GetInt32(2), score, KeywordSearch.Cut(row.GetString(3))),
        id)[0];
}
