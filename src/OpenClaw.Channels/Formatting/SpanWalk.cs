namespace OpenClaw.Channels.Formatting;

/// <summary>Goes through a text in pieces that look the same from end to end, and says which marks open and close between them.</summary>
internal static class SpanWalk
{
    /// <summary>A style, or a link when it has a URL.</summary>
    internal readonly record struct Mark(int Start, int End, TextStyle? Style, string? Value);

    /// <summary>
    /// Calls back in the order of the text. Marks are closed in the reverse order of their opening, whatever the spans look like: one that
    /// crosses another is closed and opened again. A mark inside one of its own kind is left out.
    /// </summary>
    public static void Go(FormattedText text, Action<Mark> open, Action<Mark> close, Action<int, int> piece)
    {
        var marks = Marks(text);
        var edges = marks.SelectMany(static m => new[] { m.Start, m.End }).Append(0).Append(text.Text.Length).Distinct().Order().ToArray();
        var (active, shown, next) = (new List<Mark>(), new List<Mark>(), 0);
        for (var i = 0; i < edges.Length; i++)
        {
            active.RemoveAll(m => m.End <= edges[i]);
            for (; next < marks.Length && marks[next].Start == edges[i]; next++)
                active.Add(marks[next]);
            var wanted = active.DistinctBy(static m => m.Style).ToList();
            var same = shown.Zip(wanted).TakeWhile(static pair => pair.First == pair.Second).Count();
            for (var j = shown.Count - 1; j >= same; j--)
                close(shown[j]);
            foreach (var mark in wanted.Skip(same))
                open(mark);
            shown = wanted;
            if (i + 1 < edges.Length)
                piece(edges[i], edges[i + 1]);
        }
    }

    // The one that begins first is outside; of two that begin together the longer one, then the link, then the order of the styles.
    private static Mark[] Marks(FormattedText text) =>
    [
        .. text.Links.Select(static l => new Mark(l.Start, l.End, null, l.Url))
            .Concat(text.Styles.Select(static s => new Mark(s.Start, s.End, s.Style, s.Language)))
            .OrderBy(static m => m.Start).ThenByDescending(static m => m.End).ThenBy(static m => (int?)m.Style ?? -1),
    ];
}
