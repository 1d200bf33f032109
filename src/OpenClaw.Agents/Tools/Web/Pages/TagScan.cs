using System.Net;
using System.Text;

namespace OpenClaw.Agents.Tools.Web.Pages;

/// <summary>Looks at HTML without building a document of it: how deep it nests, and its bare text. One pass, no recursion.</summary>
internal static class TagScan
{
    private static readonly HashSet<string> s_flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",

        // Their ends may be left out; the next one closes them.
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp", "html", "head", "body",
    };

    // Drawings close themselves; anything else inside one ends it for our purposes, which at worst counts too deep.
    private static readonly HashSet<string> s_drawing = new(StringComparer.OrdinalIgnoreCase)
    {
        "svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse", "use", "defs", "stop", "clippath", "mask", "symbol",
        "lineargradient", "radialgradient",
    };

    private static readonly HashSet<string> s_silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "svg", "head" };
    private static readonly HashSet<string> s_block = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "table", "ul", "ol", "pre", "blockquote",
    };

    /// <summary>Most elements that are open at once.</summary>
    public static int Depth(string html)
    {
        var (depth, most, drawing) = (0, 0, false);
        foreach (var (name, closing, _, end) in Tags(html))
        {
            drawing = name.Equals("svg", StringComparison.OrdinalIgnoreCase) ? !closing : drawing && s_drawing.Contains(name);
            if (name.Length == 0 || s_flat.Contains(name) || (drawing && html[end - 2] == '/'))
                continue;
            depth = Math.Max(0, depth + (closing ? -1 : 1));
            most = Math.Max(most, depth);
        }

        return most;
    }

    /// <summary>The text without tags, scripts and styles.</summary>
    public static string Strip(string html)
    {
        var text = new StringBuilder();
        var (from, silent) = (0, (string?)null);
        foreach (var (name, closing, start, end) in Tags(html))
        {
            if (silent is null)
                text.Append(html, from, start - from);
            from = end;
            if (silent is null && !closing && s_silent.Contains(name))
                silent = name;
            else if (closing && name.Equals(silent, StringComparison.OrdinalIgnoreCase))
                silent = null;
            if (s_block.Contains(name))
                text.Append('\n');
        }

        if (silent is null)
            text.Append(html, from, html.Length - from);
        return TextLines.Tidy(WebUtility.HtmlDecode(text.ToString()));
    }

    private static IEnumerable<(string Name, bool Closing, int Start, int End)> Tags(string html)
    {
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            var start = at++;
            if (html.AsSpan(at).StartsWith("!--"))
            {
                var over = html.IndexOf("-->", at, StringComparison.Ordinal);
                at = over < 0 ? html.Length : over + 3;
                yield return (string.Empty, true, start, at);
                if (at >= html.Length)
                    yield break;
                continue;
            }

            var closing = html[at] == '/';
            var first = closing ? at + 1 : at;
            var last = first;
            while (last < html.Length && (char.IsAsciiLetterOrDigit(html[last]) || html[last] == '-'))
                last++;
            if (last == first)
                continue;
            var close = html.IndexOf('>', last);
            at = close < 0 ? html.Length : close + 1;
            yield return (html[first..last], closing, start, at);
            if (at >= html.Length)
                yield break;
        }
    }
}
