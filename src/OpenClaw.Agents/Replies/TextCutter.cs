namespace OpenClaw.Agents.Replies;

/// <summary>Finds the place to cut a text: paragraph, line, sentence, space, and only then anywhere (spec 08 §17).</summary>
internal static class TextCutter
{
    /// <summary>
    /// Cuts at most <paramref name="max"/> characters off the front. A code block is not torn apart unless it has to be; then it is closed in
    /// the first part and opened again in the rest, and the first part with its closing line is still no longer than <paramref name="max"/>.
    /// </summary>
    /// <param name="text">Longer than <paramref name="max"/>.</param>
    /// <param name="min">No cut before this many characters if there is another place.</param>
    /// <param name="max">At least 2.</param>
    /// <param name="preference">Where to cut if possible.</param>
    public static (string First, string After) Cut(string text, int min, int max, BreakPreference preference)
    {
        var fences = CodeFence.In(text);
        var at = Soft(text, min, max, preference, fences);
        if (at > 0)
            return Plain(text, at);

        // The window is one block, or ends in one: leave the block whole for the next part if something stands before it.
        if (fences.FirstOrDefault(fence => fence.Splits(max)) is { Marker: not null } torn)
            return torn.Start > 0 && !string.IsNullOrWhiteSpace(text[..torn.Start]) ? Plain(text, torn.Start) : Torn(text, torn, max);
        return Plain(text, Hard(text, Space(text, max, fences) is var space and > 0 ? space : max));
    }

    /// <summary>
    /// The last good place for a cut between <paramref name="min"/> and <paramref name="max"/>, outside code blocks; 0 when there is none.
    /// A space in the middle of a sentence is none.
    /// </summary>
    public static int Soft(string text, int min, int max, BreakPreference preference, IReadOnlyList<CodeFence> fences)
    {
        var window = Math.Min(max, text.Length);
        foreach (var kind in Enum.GetValues<BreakPreference>())
        {
            if (kind < preference)
                continue;
            for (var at = window; at > Math.Max(0, min - 1); at--)
            {
                if (IsBreak(text, at, kind) && !fences.Any(fence => fence.Splits(at)) && !string.IsNullOrWhiteSpace(text[..at]))
                    return at;
            }
        }

        return 0;
    }

    private static bool IsBreak(string text, int at, BreakPreference kind) => kind switch
    {
        BreakPreference.Paragraph => at >= 2 && text[at - 1] == '\n' && text[at - 2] == '\n',
        BreakPreference.Newline => text[at - 1] == '\n',
        _ => at < text.Length && char.IsWhiteSpace(text[at]) && text[at - 1] is '.' or '!' or '?' or '。' or '！' or '？' or '…',
    };

    private static int Space(string text, int max, IReadOnlyList<CodeFence> fences)
    {
        for (var at = Math.Min(max, text.Length - 1); at > 0; at--)
        {
            if (char.IsWhiteSpace(text[at]) && !fences.Any(fence => fence.Splits(at)) && !string.IsNullOrWhiteSpace(text[..at]))
                return at;
        }

        return 0;
    }

    private static (string First, string After) Plain(string text, int at) => (text[..at].TrimEnd(), text[at..].TrimStart());

    private static (string First, string After) Torn(string text, CodeFence fence, int max)
    {
        // A closing line and what it takes to open the block again must leave room for something of the block itself.
        var room = max - fence.Marker.Length - 1;
        if (room <= fence.BodyStart + 1)
            return Plain(text, Hard(text, max));
        var at = text.LastIndexOf('\n', room - 1, room - fence.BodyStart) + 1;
        if (at <= fence.BodyStart)
            at = Hard(text, room);
        if (at >= fence.CloseStart)
        {
            // All of the block fits but its own closing line, whose place the new one takes.
            var end = Math.Min(fence.End, text.Length);
            return (Closed(text[..fence.CloseStart], fence.Marker), text[end..].TrimStart());
        }

        return (Closed(text[..at], fence.Marker), $"{fence.Opening}\n{text[at..]}");
    }

    private static string Closed(string text, string marker) => text.EndsWith('\n') ? text + marker : $"{text}\n{marker}";

    /// <summary>A cut that does not tear a character apart.</summary>
    private static int Hard(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
