using System.Text;

namespace OpenClaw.Channels.Formatting;

/// <summary>Writes a <see cref="FormattedText"/> from front to back.</summary>
internal sealed class FormattedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<StyleSpan> _styles = [];
    private readonly List<LinkSpan> _links = [];

    public int Length => _text.Length;

    public void Append(string text) => _text.Append(text);

    public void Append(ReadOnlySpan<char> text) => _text.Append(text);

    public void Append(char character, int count = 1) => _text.Append(character, count);

    /// <param name="other">Comes with its looks.</param>
    /// <param name="withLinks">False: its links become plain text.</param>
    public void Append(FormattedText other, bool withLinks = true)
    {
        var offset = Length;
        _text.Append(other.Text);
        _styles.AddRange(other.Styles.Select(s => s with { Start = s.Start + offset, End = s.End + offset }));
        if (withLinks)
            _links.AddRange(other.Links.Select(l => l with { Start = l.Start + offset, End = l.End + offset }));
    }

    /// <summary>What follows stands at the beginning of a line.</summary>
    public void BeginLine()
    {
        if (Length > 0 && _text[^1] != '\n')
            _text.Append('\n');
    }

    /// <summary>Gives everything since <paramref name="start"/> a style.</summary>
    public void Style(int start, TextStyle style, string? language = null)
    {
        if (Length > start)
            _styles.Add(new StyleSpan(start, Length, style, language));
    }

    /// <summary>Makes everything since <paramref name="start"/> a link.</summary>
    public void Link(int start, string url)
    {
        if (Length > start)
            _links.Add(new LinkSpan(start, Length, url));
    }

    /// <summary>The text without white space at its end, unless that belongs to a code block.</summary>
    public FormattedText Build()
    {
        var text = FormattedText.WellFormed(_text.ToString());
        var code = _styles.Where(static s => s.Style == TextStyle.CodeBlock).Select(static s => s.End).DefaultIfEmpty(0).Max();
        var end = Math.Max(text.TrimEnd().Length, code);
        return new FormattedText(text, [.. _styles], [.. _links.OrderBy(static l => l.Start)]).Slice(0, end);
    }
}
