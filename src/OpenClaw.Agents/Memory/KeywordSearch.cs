namespace OpenClaw.Agents.Memory;

/// <summary>
/// Finds chunks by words. The score is the share of the question that a chunk holds, each word weighted by how rare it is, times how well the
/// chunk ranks among those found (BM25). A word that stands nowhere counts a little against everything.
/// </summary>
internal static class KeywordSearch
{
    private const int SnippetChars = 700;
    private const double UnknownWord = 0.25;

    /// <summary>The best chunks, best first.</summary>
    public static IReadOnlyList<MemoryHit> Run(MemoryDatabase database, string query, int candidates, int maxResults, double minScore) =>
    [
        .. Candidates(database, query, candidates)
            .Select(static one => one.Hit)
            .Where(hit => hit.Score >= minScore)
            .OrderByDescending(static hit => hit.Score)
            .ThenBy(static hit => hit.Path, StringComparer.Ordinal)
            .ThenBy(static hit => hit.StartLine)
            .Take(maxResults),
    ];

    /// <summary>Chunks in which words stand, with their ids.</summary>
    public static IReadOnlyList<(string Id, MemoryHit Hit)> Candidates(MemoryDatabase database, string query, int most)
    {
        var words = QueryWords.Of(query);
        if (words.Count == 0)
            return [];
        var total = (long)database.Scalar("SELECT COUNT(*) FROM chunks")!;
        var (share, whole) = (new Dictionary<long, double>(), 0.0);
        foreach (var word in words)
        {
            var rows = database.Rows("SELECT rowid FROM chunks_fts WHERE chunks_fts MATCH $0", static row => row.GetInt64(0), QueryWords.Match(word));
            var weight = Rareness(total, rows.Count);
            whole += rows.Count == 0 ? weight * UnknownWord : weight;
            foreach (var row in rows)
                share[row] = share.GetValueOrDefault(row) + weight;
        }

        var candidates = database.Rows(
            "SELECT rowid, path, start_line, end_line, text, bm25(chunks_fts), id FROM chunks_fts WHERE chunks_fts MATCH $0 ORDER BY bm25(chunks_fts) LIMIT $1",
            static row => (Row: row.GetInt64(0), Id: row.GetString(6), Hit: new MemoryHit(row.GetString(1), row.GetInt32(2), row.GetInt32(3), -row.GetDouble(5), row.GetString(4))),
            string.Join(" OR ", words.Select(QueryWords.Match)),
            most);
        var best = candidates.Count > 0 ? candidates.Max(static one => one.Hit.Score) : 0;
        return
        [
            .. candidates.Select(one => (
                one.Id,
                one.Hit with { Score = Score(share.GetValueOrDefault(one.Row), whole, one.Hit.Score, best), Snippet = Cut(one.Hit.Snippet) })),
        ];
    }

    // SQLite's bm25 is smaller for better rows; here it is turned round already, and the best row counts as 1.
    private static double Score(double held, double whole, double rank, double best)
    {
        var share = whole > 0 ? held / whole : 0;
        var relative = best > 0 ? Math.Clamp(rank / best, 0, 1) : 1;
        return Math.Round(share * (0.7 + (0.3 * relative)), 4);
    }

    private static double Rareness(long total, long with) => Math.Log(1 + ((total - with + 0.5) / (with + 0.5)));

    /// <summary>The beginning of a text that is shown.</summary>
    public static string Cut(string text) =>
        text.Length <= SnippetChars ? text : text[..(char.IsHighSurrogate(text[SnippetChars - 1]) ? SnippetChars - 1 : SnippetChars)];
}
