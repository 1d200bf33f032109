using System.Text;

namespace OpenClaw.Channels.Formatting;

/// <summary>
/// Writes a text as the HTML that Telegram takes: <c>b i s code pre a</c> and nothing else, every tag closed in order, every <c>&amp;</c>,
/// <c>&lt;</c> and <c>&gt;</c> of the text escaped. Without its tags it is the text.
/// </summary>
public static class TelegramHtml
{
    /// <summary>The HTML of a text.</summary>
    public static string Render(FormattedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder(text.Text.Length + 64);
        SpanWalk.Go(
            text,
            mark => html.Append(Opening(mark)),
            mark => html.Append(Closing(mark)),
            (start, end) => Escape(html, text.Text.AsSpan(start, end - start)));
        return html.ToString();
    }

    /// <summary>A plain text as HTML.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        Escape(html, text);
        return html.ToString();
    }

    private static string Opening(SpanWalk.Mark mark) => mark.Style switch
    {
        TextStyle.CodeBlock => mark.Value is { } language ? $"<pre><code class=\"language-{language}\">" : "<pre><code>",
        TextStyle.Code => "<code>",
        TextStyle.Bold => "<b>",
        TextStyle.Italic => "<i>",
        TextStyle.Strike => "<s>",
        _ => $"<a href=\"{Escape(mark.Value!).Replace("\"", "&quot;", StringComparison.Ordinal)}\">",
    };

    private static string Closing(SpanWalk.Mark mark) => mark.Style switch
    {
        TextStyle.CodeBlock => "</code></pre>",
        TextStyle.Code => "</code>",
        TextStyle.Bold => "</b>",
        TextStyle.Italic => "</i>",
        TextStyle.Strike => "</s>",
        _ => "</a>",
    };

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                _ => html.Append(c),
            };
        }
    }
}
