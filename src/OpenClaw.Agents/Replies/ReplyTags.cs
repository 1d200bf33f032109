using System.Text;

namespace OpenClaw.Agents.Replies;

/// <summary>
/// Some models mark what they think and what they say in the text itself: <c>&lt;think&gt;…&lt;/think&gt;</c> goes,
/// <c>&lt;final&gt;…&lt;/final&gt;</c> is unwrapped (spec 08 §17). Code blocks are left alone.
/// </summary>
internal static class ReplyTags
{
    private static readonly string[] s_thinking = ["think", "thinking", "thought"];
    private const string Final = "final";

    /// <summary>The text without them. A thought that is not closed runs to the end.</summary>
    public static string Strip(string text)
    {
        if (!text.Contains('<'))
            return text;
        var fences = CodeFence.In(text);
        var result = new StringBuilder(text.Length);
        var depth = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '<' && !fences.Any(fence => fence.Splits(at)) && Read(text, at) is { } tag)
            {
                if (tag.Name != Final)
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
    public static string StripGrowing(string text)
    {
        var open = text.LastIndexOf('<');
        return Strip(open >= 0 && MayBecomeTag(text.AsSpan(open)) ? text[..open] : text);
    }

    private static bool MayBecomeTag(ReadOnlySpan<char> tail)
    {
        var name = tail[1..].TrimStart('/').ToString();
        return !name.Contains('>') && (s_thinking.Any(tag => tag.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            || Final.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    private static (string Name, bool Closes, int End)? Read(string text, int at)
    {
        var end = text.IndexOf('>', at, Math.Min(text.Length - at, 24));
        if (end < 0)
            return null;
        var name = text[(at + 1)..end].Trim();
        var closes = name.StartsWith('/');
        name = name.TrimStart('/').Trim().ToLowerInvariant();
        return name == Final || s_thinking.Contains(name, StringComparer.Ordinal) ? (name, closes, end + 1) : null;
    }
}
