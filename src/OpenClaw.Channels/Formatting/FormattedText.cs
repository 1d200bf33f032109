using System.Text;

namespace OpenClaw.Channels.Formatting;

/// <summary>
/// A text and what its parts look like: the form between the Markdown of a model and the markup of a channel (spec 10 §5.5). Spans lie inside
/// the text, are not empty and are properly nested.
/// </summary>
/// <param name="Text">Without markup; every character of it is well-formed.</param>
/// <param name="Styles">In no particular order.</param>
/// <param name="Links">In order; never inside one another.</param>
public sealed record FormattedText(string Text, IReadOnlyList<StyleSpan> Styles, IReadOnlyList<LinkSpan> Links)
{
    /// <summary>The text without any looks.</summary>
    public static FormattedText Plain(string text) => new(WellFormed(text), [], []);

    /// <summary>A part of it, with the looks it has there.</summary>
    /// <param name="start">Its first UTF-16 unit.</param>
    /// <param name="end">Behind its last one.</param>
    public FormattedText Slice(int start, int end) => start == 0 && end == Text.Length ? this : new(
        Text[start..end],
        [.. from s in Styles where s.Start < end && s.End > start select s with { Start = Math.Max(s.Start, start) - start, End = Math.Min(s.End, end) - start }],
        [.. from l in Links where l.Start < end && l.End > start select l with { Start = Math.Max(l.Start, start) - start, End = Math.Min(l.End, end) - start }]);

    /// <summary>Halves of surrogate pairs and NUL, which no channel takes, become U+FFFD.</summary>
    internal static string WellFormed(string text)
    {
        if (text.Contains('\0'))
            text = text.Replace('\0', '\uFFFD');
        return text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }
}
