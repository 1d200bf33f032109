using System.Net;
using System.Text;

namespace OpenClaw.Testing.Telegram;

/// <summary>Reads <c>parse_mode: HTML</c> as strictly as the Bot API does: unknown or unbalanced tags are refused.</summary>
internal static class HtmlReading
{
    private static readonly HashSet<string> s_tags =
    [
        "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "tg-emoji", "code", "pre", "blockquote",
    ];

    /// <summary>The text without its markup, or what is wrong with it.</summary>
    public static (string Text, string? Problem) Read(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        for (var i = 0; i < html.Length;)
        {
            if (html[i] != '<')
            {
                var next = html.IndexOf('<', i);
                text.Append(WebUtility.HtmlDecode(html[i..(next < 0 ? html.Length : next)]));
                i = next < 0 ? html.Length : next;
                continue;
            }

            var end = html.IndexOf('>', i);
            if (end < 0)
                return (string.Empty, $"can't parse entities: Unclosed start tag at byte offset {i}");
            var tag = html[(i + 1)..end];
            var name = tag.TrimStart('/').Split(' ')[0].ToLowerInvariant();
            if (!s_tags.Contains(name))
                return (string.Empty, $"can't parse entities: Unsupported start tag \"{name}\" at byte offset {i}");
            if (!tag.StartsWith('/'))
                open.Push(name);
            else if (!open.TryPop(out var last) || last != name)
                return (string.Empty, $"can't parse entities: Unmatched end tag at byte offset {i}");
            i = end + 1;
        }

        return open.Count == 0 ? (text.ToString(), null) : (string.Empty, $"can't parse entities: Can't find end tag corresponding to start tag \"{open.Peek()}\"");
    }
}
