namespace OpenClaw.Agents.Replies;

/// <summary>A fenced code block inside a text.</summary>
/// <param name="Start">Where its opening line begins.</param>
/// <param name="BodyStart">Where the line after the opening line begins.</param>
/// <param name="CloseStart">Where its closing line begins; the length of the text when it has none.</param>
/// <param name="End">Behind its closing line, without the line end; beyond the text when it has none.</param>
/// <param name="Opening">The opening line.</param>
/// <param name="Marker">What closes it.</param>
internal readonly record struct CodeFence(int Start, int BodyStart, int CloseStart, int End, string Opening, string Marker)
{
    private const int MinMarks = 3;
    private const int MaxIndent = 3;

    /// <summary>True when a cut before <paramref name="position"/> would tear the block apart.</summary>
    public bool Splits(int position) => position > Start && position < End;

    /// <summary>All blocks of a text, in order.</summary>
    public static IReadOnlyList<CodeFence> In(ReadOnlySpan<char> text)
    {
        var fences = new List<CodeFence>();
        CodeFence? open = null;
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at..].IndexOf('\n');
            var end = length < 0 ? text.Length : at + length;
            var next = Math.Min(text.Length, end + 1);
            var line = text[at..end].TrimEnd('\r');
            var (mark, count, rest) = Read(line);
            if (open is { } fence)
            {
                if (mark == fence.Marker[0] && count >= fence.Marker.Length && rest.IsWhiteSpace())
                {
                    fences.Add(fence with { CloseStart = at, End = end });
                    open = null;
                }
            }
            else if (count >= MinMarks && (mark == '~' || !rest.Contains('`')))
            {
                open = new CodeFence(at, next, text.Length, text.Length + 1, line.ToString(), new string(mark, count));
            }

            at = next;
            if (length < 0)
                break;
        }

        if (open is { } last)
            fences.Add(last);
        return fences;
    }

    private static (char Mark, int Count, string After) Read(ReadOnlySpan<char> line)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        var body = line[indent..];
        if (indent > MaxIndent || body.Length == 0 || body[0] is not ('`' or '~'))
            return ('\0', 0, string.Empty);
        var mark = body[0];
        var count = body.Length - body.TrimStart(mark).Length;
        return (mark, count, body[count..].ToString());
    }
}
