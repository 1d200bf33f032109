namespace OpenClaw.Agents.Replies;

/// <summary>Splits a text into blocks of a size (spec 08 §17).</summary>
internal static class TextChunker
{
    // Below this nothing sensible can be said, and a surrogate pair must fit.
    private const int MinLimit = 2;

    /// <summary>
    /// The blocks, none longer than the limit, in order; empty for a blank text. White space at a cut is left out, a code block that is
    /// cut is closed and opened again, and no character is torn apart.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        limit = Math.Max(MinLimit, limit);
        var chunks = new List<string>();
        var rest = text.Trim('\n', '\r', ' ', '\t');
        while (rest.Length > limit)
        {
            var (first, after) = TextCutter.Cut(rest, 1, limit, BreakPreference.Paragraph);
            Add(chunks, first);
            rest = after;
        }

        Add(chunks, rest);
        return chunks;
    }

    private static void Add(List<string> chunks, string chunk)
    {
        if (!string.IsNullOrWhiteSpace(chunk))
            chunks.Add(chunk);
    }
}
