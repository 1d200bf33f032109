namespace OpenClaw.Channels.Chunking;

/// <summary>
/// Cuts a text into messages that a channel takes (spec 10 §5.4). Limits are in UTF-16 units; 0 and less means none. No character is torn apart.
/// </summary>
public static class TextChunks
{
    /// <summary>Cuts at line ends or white space outside round brackets, else anywhere. White space at a cut is left out.</summary>
    public static IReadOnlyList<string> Plain(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var chunks = new List<string>();
        var rest = text;
        while (limit > 0 && rest.Length > Math.Max(limit, CutPoints.MinLimit))
        {
            var window = Math.Max(limit, CutPoints.MinLimit);
            var at = CutPoints.Last(rest.AsSpan(0, window)) is var good and > 0 ? good : CutPoints.Whole(rest, window);
            Add(chunks, rest[..at].TrimEnd());
            rest = rest[at..].TrimStart();
        }

        Add(chunks, rest);
        return chunks;
    }

    /// <summary>
    /// As <see cref="Plain"/>, for Markdown source: a fenced code block is cut only when it is longer than a message. Then it is closed in the
    /// one and opened again, with its language, in the next.
    /// </summary>
    public static IReadOnlyList<string> Markdown(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var chunks = new List<string>();
        var rest = text;
        while (limit > 0 && rest.Length > Math.Max(limit, CutPoints.MinLimit))
        {
            var (first, after) = CutMarkdown(rest, Math.Max(limit, CutPoints.MinLimit));
            Add(chunks, first);
            rest = after;
        }

        Add(chunks, rest);
        return chunks;
    }

    /// <summary>One message per paragraph; one that is too long is cut as Markdown. Blank lines in code blocks do not end a paragraph.</summary>
    public static IReadOnlyList<string> Paragraphs(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.ReplaceLineEndings("\n");
        var fences = FencedCode.In(text);
        return
        [
            .. CutPoints.Paragraphs(text, at => fences.Any(f => f.Splits(at)))
                .SelectMany(p => Markdown(text[p.Start..p.End].TrimEnd(), limit))
                .Where(static chunk => !string.IsNullOrWhiteSpace(chunk)),
        ];
    }

    private static (string First, string After) CutMarkdown(string text, int limit)
    {
        var fences = FencedCode.In(text);
        var at = CutPoints.Last(text.AsSpan(0, limit), at => !fences.Any(f => f.Splits(at)));
        if (at > 0)
            return (text[..at], After(text, at));
        if (fences.FirstOrDefault(f => f.Splits(limit)) is { Fence: not null } torn)
        {
            if (torn.Start > 0)
                return (text[..torn.Start], text[torn.Start..]);
            if (Torn(text, torn, limit) is { } cut)
                return cut;
        }

        return Hard(text, limit);
    }

    private static (string First, string After) Hard(string text, int limit)
    {
        var at = CutPoints.Whole(text, limit);
        return (text[..at], After(text, at));
    }

    // One separator goes, then the line ends: the indentation of what follows may mean something.
    private static string After(string text, int at) => text[(char.IsWhiteSpace(text[at]) ? at + 1 : at)..].TrimStart('\n');

    /// <summary>Null when the fences leave no room for anything between them.</summary>
    private static (string First, string After)? Torn(string text, FencedCode fence, int limit)
    {
        var body = fence.Opening.Length + 1;
        var room = limit - fence.Fence.Length - 1;
        if (room <= body + 1)
            return null;
        var line = text.LastIndexOf('\n', room, room - body + 1);
        var at = line > body ? line : CutPoints.Whole(text, room);
        return ($"{text[..at]}\n{fence.Fence}", $"{fence.Opening}\n{text[(line > body ? at + 1 : at)..]}");
    }

    private static void Add(List<string> chunks, string chunk)
    {
        if (chunk.Length > 0)
            chunks.Add(chunk);
    }
}
