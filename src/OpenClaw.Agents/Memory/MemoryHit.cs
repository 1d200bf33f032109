using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Memory;

/// <summary>A place in memory that fits a question.</summary>
/// <param name="Path">As <c>memory_get</c> takes it.</param>
/// <param name="StartLine">First line, from 1.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="Score">0 to 1: how near it is to what was asked for, by words or by words and meaning.</param>
/// <param name="Snippet">Its beginning.</param>
public sealed record MemoryHit(string Path, int StartLine, int EndLine, double Score, string Snippet)
{
    /// <summary>As tools and the command line show it.</summary>
    public JsonObject ToJson() => new()
    {
        ["path"] = Path,
        ["startLine"] = StartLine,
        ["endLine"] = EndLine,
        ["score"] = Score,
        ["snippet"] = Snippet,
        ["source"] = "memory",
    };
}
