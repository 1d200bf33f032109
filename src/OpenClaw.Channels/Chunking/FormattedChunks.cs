using OpenClaw.Channels.Formatting;

namespace OpenClaw.Channels.Chunking;

/// <summary>
/// Cuts a formatted text: first converted, then cut, so that a cut never tears markup (spec 10 §5.4). Code keeps its indentation, and a block of
/// it that fits into one message is not cut.
/// </summary>
internal static class FormattedChunks
{
    /// <summary>The parts, each at most <paramref name="limit"/> (at least 2) long by <paramref name="measure"/> where that is possible at all.</summary>
    /// <param name="text">What to cut.</param>
    /// <param name="limit">Of one part.</param>
    /// <param name="mode">How to cut.</param>
    /// <param name="measure">Length of a part as it will be sent; null: that of its text.</param>
    public static IEnumerable<FormattedText> Cut(FormattedText text, int limit, ChunkMode mode, Func<FormattedText, int>? measure = null)
    {
        limit = Math.Max(limit, CutPoints.MinLimit);
        (int Start, int End)[] blocks = [.. text.Styles.Where(static s => s.Style == TextStyle.CodeBlock).Select(static s => (s.Start, s.End))];
        IEnumerable<(int Start, int End)> paragraphs = mode == ChunkMode.Newline
            ? CutPoints.Paragraphs(text.Text, at => blocks.Any(b => at > b.Start && at < b.End))
            : [(0, text.Text.Length)];
        return paragraphs.SelectMany(p => Cut(text, p.Start, p.End, limit, blocks, measure ?? (static part => part.Text.Length)));
    }

    private static IEnumerable<FormattedText> Cut(
        FormattedText text, int at, int end, int limit, (int Start, int End)[] blocks, Func<FormattedText, int> measure)
    {
        while (at < end)
        {
            // Markup makes a part longer than its text: take less, in proportion, until it fits.
            var window = limit;
            var cut = CutAt(text.Text, at, end, window, blocks);
            var part = Trimmed(text, at, cut, blocks);
            for (var length = measure(part); length > limit && window > CutPoints.MinLimit; length = measure(part))
            {
                window = Math.Max(CutPoints.MinLimit, Math.Min(window - 1, (int)((long)(cut - at) * limit / length)));
                cut = CutAt(text.Text, at, end, window, blocks);
                part = Trimmed(text, at, cut, blocks);
            }

            if (!string.IsNullOrWhiteSpace(part.Text))
                yield return part;
            at = Next(text.Text, cut, end, blocks);
        }
    }

    private static int CutAt(string text, int at, int end, int limit, (int Start, int End)[] blocks)
    {
        if (end - at <= limit)
            return end;
        var window = text.AsSpan(at, limit);
        var torn = blocks.FirstOrDefault(b => at + limit > b.Start && at + limit < b.End);
        if (torn.End > 0 && torn.Start <= at)
        {
            // The line end goes with the part; a first line without one is cut anywhere.
            var line = window.LastIndexOf('\n');
            return at + (line > 0 ? line + 1 : CutPoints.Whole(text.AsSpan(at, end - at), limit));
        }

        var good = CutPoints.Last(window, i => !blocks.Any(b => at + i > b.Start && at + i < b.End));
        if (torn.End > 0 && torn.Start > at && !string.IsNullOrWhiteSpace(text[at..torn.Start]) && (good == 0 || text[at + good] != '\n'))
            return torn.Start;
        return at + (good > 0 ? good : CutPoints.Whole(text.AsSpan(at, end - at), limit));
    }

    /// <summary>Without the white space at its end, unless that belongs to code.</summary>
    private static FormattedText Trimmed(FormattedText text, int start, int end, (int Start, int End)[] blocks)
    {
        var shortest = blocks.Where(b => b.Start < end).Select(b => Math.Min(b.End, end)).DefaultIfEmpty(start).Max();
        while (end > Math.Max(start, shortest) && char.IsWhiteSpace(text.Text[end - 1]))
            end--;
        return text.Slice(start, end);
    }

    /// <summary>Where the next part begins: behind the white space, but at the beginning of a line of code.</summary>
    private static int Next(string text, int cut, int end, (int Start, int End)[] blocks)
    {
        while (cut < end && char.IsWhiteSpace(text[cut]) && !blocks.Any(b => cut >= b.Start && cut < b.End))
            cut++;
        return cut;
    }
}
