using System.Text;

namespace OpenClaw.Agents.Replies;

/// <summary>
/// Some models mark what they think and what they say in the text itself: <c>&lt;think&gt;…&lt;/think&gt;</c> goes,
/// <c>&lt;final&gt;…&lt;/final&gt;</c> is unwrapped (spec 08 §17). Code blocks are left alone.
/// </summary>
internal static class ReplyTags
{
    private const string Final = "final";
    private const int MaxTag = 24;
    private static readonly string[] s_names = ["think", "thinking", "thought", Final];

    /// <summary>The text without them. A thought that is not closed runs to the end.</summary>
    public static string Strip(string text)
    {
        if (!HasTag(text))
            return text;
        var fences = CodeFence.In(text);
        var result = new StringBuilder(text.Length);
        var depth = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '<' && !fences.Any(fence => fence.Splits(at)) && Read(text, at) is { } tag)
            {
                if (!tag.IsFinal)
                    depth = tag.Closes ? Math.Max(0, depth - 1) : depth + 1;
                at = tag.End;
                continue;
            }

            if (depth == 0)
                result.Append(text[at]);
            at++;
        }

        return result.ToString();
    }

    /// <summary>As <see cref="Strip"/>, and without a tag at the end that is not complete yet.</summary>
    public static ReadOnlyMemory<char> StripGrowing(ReadOnlyMemory<char> text)
    {
        var open = text.Span.LastIndexOf('<');
        if (open < 0)
            return text;
        if (MayBecomeTag(text.Span[open..]))
            text = text[..open];
        return HasTag(text.Span) ? Strip(text.ToString()).AsMemory() : text;
    }

    private static bool MayBecomeTag(ReadOnlySpan<char> tail)
    {
        var name = tail[1..].TrimStart('/');
        if (name.Contains('>'))
            return false;
        foreach (var tag in s_names)
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Most texts have none, and need no copy.</summary>
    private static bool HasTag(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0;)
        {
            if (Read(text, at) is not null)
                return true;
            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static (bool IsFinal, bool Closes, int End)? Read(ReadOnlySpan<char> text, int at)
    {
        var length = text.Slice(at, Math.Min(text.Length - at, MaxTag)).IndexOf('>');
        if (length < 0)
            return null;
        var name = text.Slice(at + 1, length - 1).Trim();
        var closes = name.StartsWith('/');
        name = name.TrimStart('/').Trim();
        foreach (var known in s_names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return (known == Final, closes, at + length + 1);
        }

        return null;
    }
}
