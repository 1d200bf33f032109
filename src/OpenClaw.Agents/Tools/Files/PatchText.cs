namespace OpenClaw.Agents.Tools.Files;

/// <summary>Applies the passages of an update to a text.</summary>
internal static class PatchText
{
    // From strict to tolerant; the first that finds a place decides.
    private static readonly Func<string, string>[] s_views =
    [
        static line => line,
        static line => line.TrimEnd(),
        static line => line.Trim(),
        static line => string.Create(line.Trim().Length, line.Trim(), static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = LooseText.Fold(text[i]);
        }),
    ];

    /// <summary>The changed text, or which passage does not fit.</summary>
    public static (string? Text, string? Problem) Apply(string text, IReadOnlyList<PatchHunk> hunks)
    {
        var lines = text.Split('\n').ToList();
        var endsWithLineEnd = lines[^1].Length == 0;
        if (endsWithLineEnd)
            lines.RemoveAt(lines.Count - 1);
        var from = 0;
        foreach (var hunk in hunks)
        {
            if (hunk.Anchor is { } anchor)
            {
                var at = Seek(lines, [anchor], from, atEnd: false);
                if (at < 0)
                    return (null, $"line {hunk.Line} of the patch: the line \"{anchor}\" was not found");
                from = at + 1;
            }

            var place = hunk.Old.Count == 0 ? (hunk.Anchor is null ? lines.Count : from) : Seek(lines, hunk.Old, from, hunk.AtEnd);
            if (place < 0)
                return (null, $"line {hunk.Line} of the patch: these lines were not found in the file:\n{string.Join('\n', hunk.Old)}");
            lines.RemoveRange(place, hunk.Old.Count);
            lines.InsertRange(place, hunk.New);
            from = place + hunk.New.Count;
        }

        return (lines.Count == 0 ? string.Empty : string.Join('\n', lines) + "\n", null);
    }

    private static int Seek(List<string> lines, IReadOnlyList<string> wanted, int from, bool atEnd)
    {
        foreach (var view in s_views)
        {
            var first = atEnd ? Math.Max(from, lines.Count - wanted.Count) : from;
            for (var at = first; at + wanted.Count <= lines.Count; at++)
            {
                if (Matches(lines, wanted, at, view))
                    return at;
            }
        }

        return -1;
    }

    private static bool Matches(List<string> lines, IReadOnlyList<string> wanted, int at, Func<string, string> view)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            if (view(lines[at + i]) != view(wanted[i]))
                return false;
        }

        return true;
    }
}
