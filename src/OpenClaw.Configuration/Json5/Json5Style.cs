namespace OpenClaw.Configuration.Json5;

/// <summary>How the author of a text writes, so that what is added looks like what is there.</summary>
/// <param name="NewLine">Line end.</param>
/// <param name="Indent">One step of indentation.</param>
/// <param name="QuoteKeys">Keys are quoted even where they need not be.</param>
/// <param name="Quote">Quote of strings and of quoted keys.</param>
/// <param name="Colon">What stands between key and value.</param>
internal sealed record Json5Style(string NewLine, string Indent, bool QuoteKeys, char Quote, string Colon)
{
    /// <summary>Plain JSON with two spaces.</summary>
    public static Json5Style Json { get; } = new("\n", "  ", true, '"', ": ");

    /// <summary>Reads the style off a document; what it does not show is as in <see cref="Json"/>.</summary>
    public static Json5Style Of(Json5Document document)
    {
        var text = document.Text;
        var lineFeed = text.IndexOf('\n', StringComparison.Ordinal);
        var style = Json with { NewLine = lineFeed > 0 && text[lineFeed - 1] == '\r' ? "\r\n" : "\n" };
        if (document.Root is not { Kind: Json5Kind.Object, Entries: [var first, ..] })
            return style;

        var firstText = FirstText(document.Root);
        var quoted = text[first.Start] is '"' or '\'';
        var colon = text[first.KeyEnd..first.Value.Start];
        return style with
        {
            QuoteKeys = quoted,
            Quote = firstText is { } offset ? text[offset] : quoted ? text[first.Start] : '"',
            Colon = colon.All(c => c is ' ' or ':') ? colon : ": ",
            Indent = IndentOf(text, first.Start) is { Length: > 0 } indent ? indent : "  ",
        };
    }

    /// <summary>The space that begins the line of an offset, when nothing but space stands before it; else null.</summary>
    public static string? IndentOf(string text, int offset)
    {
        var start = LineStart(text, offset);
        var indent = text[start..offset];
        return start > 0 && indent.All(c => c is ' ' or '\t') ? indent : null;
    }

    /// <summary>The space that begins the line of an offset, whatever else stands before it.</summary>
    public static string LeadOf(string text, int offset)
    {
        var start = LineStart(text, offset);
        var end = start;
        while (end < offset && text[end] is ' ' or '\t')
            end++;
        return text[start..end];
    }

    private static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    private static int? FirstText(Json5Node node)
    {
        foreach (var entry in node.Entries)
        {
            if (entry.Value.Kind == Json5Kind.Text)
                return entry.Value.Start;
            if (FirstText(entry.Value) is { } found)
                return found;
        }
        return null;
    }
}
