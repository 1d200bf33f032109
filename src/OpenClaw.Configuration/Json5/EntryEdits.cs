namespace OpenClaw.Configuration.Json5;

/// <summary>
/// Removes entries from one object or array and adds new ones, moving nothing else. Commas follow the author: a container without
/// a trailing comma stays without one, so plain JSON stays plain JSON.
/// </summary>
/// <param name="text">The document.</param>
/// <param name="style">How it is written.</param>
/// <param name="container">The object or array.</param>
internal sealed class EntryEdits(string text, Json5Style style, Json5Node container)
{
    private readonly IReadOnlyList<Json5Entry> _entries = container.Entries;

    /// <summary>Indentation of a new entry's line, or null when the container is written on one line.</summary>
    public string? Lead { get; } = LeadOf(text, style, container);

    /// <summary>
    /// The edits that drop what <paramref name="keep"/> denies and put <paramref name="additions"/> behind entry
    /// <paramref name="anchor"/> (-1: at the front).
    /// </summary>
    public IEnumerable<TextEdit> Make(Func<int, bool> keep, int anchor, IReadOnlyList<string> additions)
    {
        var lastKept = LastKept(keep);
        if (lastKept < 0)
            return additions.Count == 0 ? RemoveAll() : ReplaceAll(additions);
        return Removals(keep)
            .Concat(TrailingComma(lastKept, additions.Count > 0 && anchor >= lastKept))
            .Concat(additions.Count == 0 ? [] : anchor < 0 ? Before(_entries[FirstKept(keep)], additions) : After(anchor, anchor >= lastKept, additions));
    }

    private static string? LeadOf(string text, Json5Style style, Json5Node container)
    {
        if (container.Entries.Count > 0)
            return Json5Style.IndentOf(text, container.Entries[0].Start);
        var isRootOrOnALineOfItsOwn = container.Start == 0 || text.AsSpan(0, container.Start).Contains('\n');
        return isRootOrOnALineOfItsOwn ? Json5Style.LeadOf(text, container.Start) + style.Indent : null;
    }

    private int LastKept(Func<int, bool> keep)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            if (keep(i))
                return i;
        }
        return -1;
    }

    private int FirstKept(Func<int, bool> keep) => Enumerable.Range(0, _entries.Count).First(keep);

    private IEnumerable<TextEdit> Removals(Func<int, bool> keep) =>
        Enumerable.Range(0, _entries.Count).Where(i => !keep(i)).Select(i => Removal(_entries[i]));

    private IEnumerable<TextEdit> RemoveAll() => _entries.Select(Removal);

    /// <summary>The comma behind the last entry that stays: gone when the author writes none there, unless something new follows.</summary>
    private IEnumerable<TextEdit> TrailingComma(int lastKept, bool followed)
    {
        var entry = _entries[lastKept];
        var authorEndsWithComma = _entries[^1].Comma >= 0;
        if (followed && entry.Comma < 0)
            yield return new TextEdit(entry.Value.End, entry.Value.End, ",");
        else if (!followed && !authorEndsWithComma && entry.Comma >= 0)
            yield return new TextEdit(entry.Comma, entry.Comma + 1, "");
    }

    private IEnumerable<TextEdit> After(int anchor, bool atEnd, IReadOnlyList<string> additions)
    {
        var entry = _entries[anchor];
        var end = entry.Comma >= 0 ? entry.Comma + 1 : entry.Value.End;
        // Behind a remark there is room on a new line only.
        var tail = Lead is null ? null : EndOfLine(end);
        var comma = !atEnd || _entries[^1].Comma >= 0 ? "," : "";
        var glue = Lead is null ? " " : style.NewLine + Lead;
        yield return new TextEdit(tail ?? end, tail ?? end, glue + string.Join("," + glue, additions) + comma);
    }

    private IEnumerable<TextEdit> Before(Json5Entry first, IReadOnlyList<string> additions)
    {
        var glue = Lead is null ? ", " : "," + style.NewLine + Lead;
        yield return new TextEdit(first.Start, first.Start, string.Concat(additions.Select(a => a + glue)));
    }

    /// <summary>Nothing stays: the new entries take the place of the last old one, or the inside of an empty container.</summary>
    private IEnumerable<TextEdit> ReplaceAll(IReadOnlyList<string> additions)
    {
        var separator = Lead is null ? ", " : "," + style.NewLine + Lead;
        var joined = string.Join(separator, additions);
        if (_entries.Count > 0)
        {
            var last = _entries[^1];
            return _entries.SkipLast(1).Select(Removal).Append(new TextEdit(last.Start, last.Value.End, joined));
        }
        var close = container.End - 1;
        var space = close;
        while (space > container.Start + 1 && Json5Characters.IsSpace(text[space - 1]))
            space--;
        if (Lead is null)
            return [new TextEdit(space, close, joined)];
        var outer = Json5Style.LeadOf(text, container.Start);
        return [new TextEdit(space, close, style.NewLine + Lead + joined + style.NewLine + outer)];
    }

    private TextEdit Removal(Json5Entry entry)
    {
        var end = entry.Comma >= 0 ? entry.Comma + 1 : entry.Value.End;
        // Alone on its lines: the lines go, with the remark behind it. Otherwise only the entry and the space before it.
        if (Json5Style.IndentOf(text, entry.Start) is { } indent && EndOfLine(end) is { } lineEnd)
            return new TextEdit(entry.Start - indent.Length, Math.Min(text.Length, text.IndexOf('\n', lineEnd) + 1), "");
        var start = entry.Start;
        while (start > container.Start + 1 && text[start - 1] is ' ' or '\t')
            start--;
        return new TextEdit(start, end, "");
    }

    /// <summary>The offset of the line end when nothing but space and comments comes before it; null when something else does.</summary>
    private int? EndOfLine(int offset)
    {
        for (var i = offset; i < text.Length; i++)
        {
            if (text[i] == '\n')
                return i > offset && text[i - 1] == '\r' ? i - 1 : i;
            if (text[i] is ' ' or '\t' or '\r')
                continue;
            if (text[i] != '/')
                return null;
            if (text[i + 1] == '/')
                return text.IndexOf('\n', i) is var end and >= 0 ? text[end - 1] == '\r' ? end - 1 : end : null;
            var close = text.IndexOf("*/", i, StringComparison.Ordinal);
            if (text.AsSpan(i, close - i).Contains('\n'))
                return null;
            i = close + 1;
        }
        return null;
    }
}
