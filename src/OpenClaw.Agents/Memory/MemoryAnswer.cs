namespace OpenClaw.Agents.Memory;

/// <summary>What memory has to say to a question.</summary>
/// <param name="Hits">Best first; empty when nothing fits or the index cannot be used.</param>
/// <param name="Problem">Why the index cannot be used; null otherwise.</param>
public sealed record MemoryAnswer(IReadOnlyList<MemoryHit> Hits, string? Problem)
{
    /// <summary>Whose vectors were compared; <c>keyword</c>: words alone.</summary>
    public string Provider { get; init; } = MemoryIndex.Keyword;

    /// <summary>The model that made the vectors; <c>fts5</c>: words alone.</summary>
    public string Model { get; init; } = "fts5";

    /// <summary>The provider that was wanted and could not be used, so that words had to do; null otherwise.</summary>
    public string? Wanted { get; init; }

    /// <summary>Why it could not be used.</summary>
    public string? Reason { get; init; }
}
