using System.Text;

namespace OpenClaw.Channels.Formatting;

/// <summary>
/// Writes a text as WhatsApp shows it: <c>*bold*</c>, <c>_italic_</c>, <c>~struck~</c>, <c>`code`</c>, three backticks around blocks. A mark only
/// works around whole words of one line, so a style is given line by line, and dropped where it would show its marks.
/// </summary>
public static class WhatsAppMarkup
{
    private const string Fence = "```";

    /// <summary>WhatsApp has no links behind words: the address goes behind them, in brackets.</summary>
    public static FormattedText WithoutLinks(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (result, styles) = (text.Text, text.Styles.ToArray());
        foreach (var link in text.Links.Reverse())
        {
            var label = text.Text[link.Start..link.End];
            if (Same(label, link.Url) || InCode(text, link))
                continue;
            var added = $" ({link.Url})";
            result = result.Insert(link.End, added);

            // What ends with the words does not reach over the address.
            for (var i = 0; i < styles.Length; i++)
                styles[i] = Moved(styles[i], link.End, added.Length);
        }

        return new FormattedText(result, styles, []);
    }

    /// <summary>The markup of a text without links.</summary>
    public static string Render(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = text.Styles.Where(static s => s.Style == TextStyle.CodeBlock).ToList();
        var code = text.Styles.Where(static s => s.Style == TextStyle.Code).ToList();
        var shown = text.Styles
            .Where(s => s.Style != TextStyle.CodeBlock && !blocks.Any(b => Within(s, b)))
            .Where(s => s.Style == TextStyle.Code || !code.Any(c => Within(s, c)))
            .SelectMany(s => Lines(text.Text, s))
            .Concat(blocks);
        var markup = new StringBuilder(text.Text.Length + 32);
        SpanWalk.Go(
            text with { Styles = [.. shown] },
            mark => markup.Append(mark.Style == TextStyle.CodeBlock ? Fence + "\n" : Marker(mark.Style)),
            mark => markup.Append(mark.Style == TextStyle.CodeBlock ? (markup[^1] == '\n' ? Fence : "\n" + Fence) : Marker(mark.Style)),
            (start, end) => markup.Append(text.Text, start, end - start));
        return markup.ToString();
    }

    private static string Marker(TextStyle? style) => style switch
    {
        TextStyle.Code => "`",
        TextStyle.Bold => "*",
        TextStyle.Italic => "_",
        _ => "~",
    };

    /// <summary>The part of a style on each line, tight around what is visible there.</summary>
    private static IEnumerable<StyleSpan> Lines(string text, StyleSpan span)
    {
        for (var at = span.Start; at < span.End;)
        {
            var newline = text.IndexOf('\n', at, span.End - at);
            var (start, end) = (at, newline < 0 ? span.End : newline);
            at = end + 1;
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            var apart = (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (end > start && apart && !text.AsSpan(start, end - start).Contains(Marker(span.Style)[0]))
                yield return span with { Start = start, End = end };
        }
    }

    private static StyleSpan Moved(StyleSpan span, int at, int by) => span with
    {
        Start = span.Start >= at ? span.Start + by : span.Start,
        End = span.End > at ? span.End + by : span.End,
    };

    private static bool Within(StyleSpan inner, StyleSpan outer) => inner.Start >= outer.Start && inner.End <= outer.End && inner != outer;

    private static bool InCode(FormattedText text, LinkSpan link) =>
        text.Styles.Any(s => s.Style == TextStyle.CodeBlock && s.Start <= link.Start && s.End >= link.End);

    // "https://a.test" leads to "https://a.test/", "me@a.test" to "mailto:me@a.test": saying it twice says nothing more.
    private static bool Same(string label, string url) =>
        url.Equals(label, StringComparison.OrdinalIgnoreCase) || url.Equals($"mailto:{label}", StringComparison.OrdinalIgnoreCase)
        || LinkTargets.Accept(label) == url;
}
