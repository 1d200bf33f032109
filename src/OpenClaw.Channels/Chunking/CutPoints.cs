using System.Text.RegularExpressions;

namespace OpenClaw.Channels.Chunking;

/// <summary>Where a text may be cut (spec 10 §5.4).</summary>
internal static partial class CutPoints
{
    /// <summary>A surrogate pair must fit.</summary>
    public const int MinLimit = 2;

    /// <summary>
    /// The last line end outside round brackets, else the last white space outside them; 0 when there is neither. Brackets opened before the
    /// window do not count.
    /// </summary>
    /// <param name="window">As much of the text as fits.</param>
    /// <param name="allowed">Says whether there may be a cut before this place; null: anywhere.</param>
    public static int Last(ReadOnlySpan<char> window, Func<int, bool>? allowed = null)
    {
        var (line, space, brackets) = (0, 0, 0);
        for (var at = 0; at < window.Length; at++)
        {
            if (allowed?.Invoke(at) == false)
                continue;
            var c = window[at];
            if (c == '(')
                brackets++;
            else if (c == ')' && brackets > 0)
                brackets--;
            else if (brackets > 0)
                continue;
            else if (c == '\n')
                line = at;
            else if (char.IsWhiteSpace(c))
                space = at;
        }

        return line > 0 ? line : space;
    }

    /// <summary>A cut at this place, or before the character it would tear apart.</summary>
    public static int Whole(ReadOnlySpan<char> text, int at) =>
        at > 1 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    /// <summary>Start and end of each paragraph; blank lines inside a code block do not end one.</summary>
    /// <param name="text">With <c>\n</c> as its line ends.</param>
    /// <param name="inCode">Says whether there is code on both sides of this place.</param>
    public static IEnumerable<(int Start, int End)> Paragraphs(string text, Func<int, bool> inCode)
    {
        var start = 0;
        foreach (Match gap in BlankLines().Matches(text))
        {
            if (inCode(gap.Index + 1))
                continue;
            yield return (start, gap.Index);
            start = gap.Index + gap.Length;
        }

        yield return (start, text.Length);
    }

    [GeneratedRegex(@"\n(?:[ \t]*\n)+", RegexOptions.None, 1000)]
    private static partial Regex BlankLines();
}
