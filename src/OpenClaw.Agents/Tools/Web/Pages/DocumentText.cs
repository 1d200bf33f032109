using System.Text;
using AngleSharp.Dom;

namespace OpenClaw.Agents.Tools.Web.Pages;

/// <summary>Writes a document as Markdown or as plain text. The document must not nest deeper than the stack bears.</summary>
/// <param name="url">Where it came from, for relative links.</param>
/// <param name="markdown">True: Markdown; false: plain text.</param>
internal sealed class DocumentText(Uri url, bool markdown)
{
    private readonly StringBuilder _text = new();
    private int _list;
    private int _quote;
    private bool _literal;

    /// <summary>The text of an element and all below it.</summary>
    public string Write(IElement element)
    {
        Children(element);
        return TextLines.Tidy(_text.ToString());
    }

    private void Children(INode parent)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IElement element)
                Element(element);
            else if (child.NodeType == NodeType.Text)
                Append(child.NodeValue);
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "noscript" or "template" or "svg" or "iframe" or "form" or "button" or "nav" or "head":
                return;
            case "br":
                NewLine();
                return;
            case "hr":
                Block(() => _text.Append(markdown ? "---" : string.Empty));
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Block(() => Around(element, markdown ? new string('#', element.LocalName[1] - '0') + " " : string.Empty, string.Empty));
                return;
            case "pre":
                Literal(element);
                return;
            case "code" or "kbd" or "samp":
                Around(element, Mark("`"), Mark("`"));
                return;
            case "strong" or "b":
                Around(element, Mark("**"), Mark("**"));
                return;
            case "em" or "i":
                Around(element, Mark("*"), Mark("*"));
                return;
            case "a":
                Link(element);
                return;
            case "img":
                Picture(element);
                return;
            case "ul" or "ol" or "dl":
                List(element);
                return;
            case "li" or "dt" or "dd":
                Item(element, "- ");
                return;
            case "blockquote":
                Quote(element);
                return;
            case "tr":
                Row(element);
                return;
            case "p" or "div" or "section" or "article" or "main" or "header" or "footer" or "aside" or "figure" or "figcaption" or "table" or "details"
                or "summary" or "address" or "fieldset":
                Block(() => Children(element));
                return;
            default:
                Children(element);
                return;
        }
    }

    private string Mark(string mark) => markdown && !_literal ? mark : string.Empty;

    private void Around(IElement element, string before, string after)
    {
        if (string.IsNullOrWhiteSpace(element.TextContent))
        {
            Children(element);
            return;
        }

        _text.Append(before);
        Children(element);
        while (after.Length > 0 && _text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
        _text.Append(after);
    }

    private void Link(IElement element)
    {
        if (!markdown || _literal || element.GetAttribute("href") is not { Length: > 0 } href || href[0] == '#'
            || !Uri.TryCreate(url, href, out var target) || target.Scheme is not ("http" or "https" or "mailto"))
        {
            Children(element);
            return;
        }

        Around(element, "[", $"]({target.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})");
    }

    private void Picture(IElement element)
    {
        if (element.GetAttribute("alt")?.Trim() is { Length: > 0 } alt)
            Append(markdown ? $"![{alt.ReplaceLineEndings(" ")}]" : alt);
    }

    private void Literal(IElement element) => Block(() =>
    {
        _text.Append(markdown ? "```\n" : string.Empty);
        _literal = true;
        Children(element);
        _literal = false;
        _text.Append(markdown ? "\n```" : string.Empty);
    });

    private void List(IElement element)
    {
        if (_list == 0)
            Paragraph();
        _list++;
        var number = int.TryParse(element.GetAttribute("start"), out var start) ? start : 1;
        for (var child = element.FirstElementChild; child is not null; child = child.NextElementSibling)
        {
            if (child.LocalName is "li" or "dt" or "dd")
                Item(child, element.LocalName == "ol" ? $"{number++}. " : "- ");
            else
                Element(child);
        }

        if (--_list == 0)
            Paragraph();
    }

    private void Item(IElement element, string bullet)
    {
        NewLine();
        _text.Append(' ', 2 * Math.Clamp(_list - 1, 0, 8)).Append(bullet);
        var inner = new DocumentText(url, markdown) { _list = _list };
        inner.Children(element);
        _text.Append(inner._text.ToString().Trim());
        NewLine();
    }

    private void Quote(IElement element) => Block(() =>
    {
        if (_quote++ > 0 || !markdown)
        {
            Children(element);
        }
        else
        {
            var inner = new DocumentText(url, markdown) { _quote = 1 };
            _text.Append("> ").Append(inner.Write(element).ReplaceLineEndings("\n> "));
        }

        _quote--;
    });

    private void Row(IElement element)
    {
        NewLine();
        var cells = element.Children.Where(static cell => cell.LocalName is "td" or "th").ToList();
        foreach (var cell in cells)
        {
            var inner = new DocumentText(url, markdown);
            _text.Append(markdown ? "| " : string.Empty).Append(inner.Write(cell).ReplaceLineEndings(" ")).Append(markdown ? " " : "\t");
        }

        _text.Append(markdown && cells.Count > 0 ? "|" : string.Empty);
        NewLine();
        if (markdown && cells.Count > 0 && cells.TrueForAll(static cell => cell.LocalName == "th"))
            _text.Append(string.Concat(Enumerable.Repeat("| --- ", cells.Count))).Append("|\n");
    }

    private void Block(Action write)
    {
        Paragraph();
        write();
        Paragraph();
    }

    private void Paragraph()
    {
        NewLine();
        if (_text is [.., not '\n', '\n'])
            _text.Append('\n');
    }

    private void NewLine()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append('\n');
    }

    private void Append(string text)
    {
        if (_literal)
        {
            _text.Append(text);
            return;
        }

        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                _text.Append(c);
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
                _text.Append(' ');
        }
    }
}
