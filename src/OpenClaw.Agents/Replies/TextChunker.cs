namespace OpenClaw.Agents.Replies;

/// <summary>Splits a reply into messages that a channel takes (spec 08 §17).</summary>
public static class TextChunker
{
    /// <summary>Characters of one message where a channel has no limit of its own.</summary>
    public const int DefaultLimit = 4000;

    // Below this nothing sensible can be said, and a surrogate pair must fit.
    private const int MinLimit = 2;

    /// <summary>
    /// The messages, none longer than the limit, in order; empty for a blank text. White space at a cut is left out, a code block that is
    /// cut is closed and opened again, and no character is torn apart.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int limit, ChunkMode mode = ChunkMode.Length)
    {
        limit = Math.Max(MinLimit, limit);
        var chunks = new List<string>();
        foreach (var part in mode == ChunkMode.Newline ? Paragraphs(text) : [text])
        {
            var rest = part.Trim('\n', '\r', ' ', '\t');
            while (rest.Length > limit)
            {
                var (first, after) = TextCutter.Cut(rest, 1, limit, BreakPreference.Paragraph);
                Add(chunks, first);
                rest = after;
            }

            Add(chunks, rest);
        }

        return chunks;
    }

    private static void Add(List<string> chunks, string chunk)
    {
        if (!string.IsNullOrWhiteSpace(chunk))
            chunks.Add(chunk);
    }

    private static IEnumerable<string> Paragraphs(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var fences = CodeFence.In(text);
        var start = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] != '\n' || text[at - 1] != '\n' || fences.Any(fence => fence.Splits(at)))
                continue;
            yield return text[start..at];
            start = at;
        }

        yield return text[start..];
    }
}
