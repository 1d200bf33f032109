namespace OpenClaw.Agents.Memory;

/// <summary>How an agent's memory index is.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="StorePath">The index on disk.</param>
/// <param name="Workspace">Where the files are.</param>
/// <param name="FilesOnDisk">Files that should be in it.</param>
/// <param name="Files">Files that are.</param>
/// <param name="Chunks">Pieces they were cut into.</param>
/// <param name="IsStale">True when a file changed since; the next search or <c>memory index</c> brings it up to date.</param>
public sealed record MemoryStatus(string AgentId, string StorePath, string Workspace, int FilesOnDisk, int Files, int Chunks, bool IsStale)
{
    /// <summary>Who makes the vectors; <c>keyword</c>: nobody, words alone are compared.</summary>
    public string Provider { get; init; } = MemoryIndex.Keyword;

    /// <summary>The model that makes them.</summary>
    public string? Model { get; init; }

    /// <summary>Why some places have no vector; null when all that should have one do, or nobody looked.</summary>
    public string? Missing { get; init; }
}
