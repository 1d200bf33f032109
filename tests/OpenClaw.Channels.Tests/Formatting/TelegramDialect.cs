using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenClaw.Channels.Tests.Formatting;

/// <summary>Reads HTML as strictly as Telegram's documentation describes it; says what is wrong, or the text without its tags.</summary>
internal static partial class TelegramDialect
{
    public static string Read(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                var tag = Tag().Match(html, at);
                Assert.True(tag.Success && tag.Index == at, $"no tag of Telegram's at {at} in: {html}");
                if (tag.Groups["close"].Success)
                    Assert.Equal(tag.Groups["close"].Value, open.Count > 0 ? open.Pop() : "nothing");
                else
                    open.Push(Opened(tag, open));
                at += tag.Length;
            }
            else if (html[at] == '&')
            {
                var entity = Entity().Match(html, at);
                Assert.True(entity.Success && entity.Index == at, $"no entity of Telegram's at {at} in: {html}");
                text.Append(WebUtility.HtmlDecode(entity.Value));
                at += entity.Length;
            }
            else
            {
                Assert.NotEqual('>', html[at]);
                text.Append(html[at++]);
            }
        }

        Assert.Empty(open);
        return text.ToString();
    }

    private static string Opened(Match tag, Stack<string> open)
    {
        if (!tag.Groups["href"].Success)
            return tag.Groups["language"].Success ? Inside(open, "pre", "code") : tag.Groups["open"].Value;
        Assert.DoesNotContain("a", open);
        Assert.NotEmpty(tag.Groups["href"].Value);
        foreach (Match entity in Ampersand().Matches(tag.Groups["href"].Value))
            Assert.True(entity.Groups[1].Success, $"bare & in {tag.Value}");
        return "a";
    }

    private static string Inside(Stack<string> open, string parent, string tag)
    {
        Assert.Equal(parent, open.Peek());
        return tag;
    }

    [GeneratedRegex("<(?:(?<open>b|i|s|code|pre)|code class=\"(?<language>language-[A-Za-z0-9_+#.-]+)\"|a href=\"(?<href>[^\"<>]*)\"|/(?<close>b|i|s|code|pre|a))>")]
    private static partial Regex Tag();

    [GeneratedRegex("&(?:lt|gt|amp|quot);")]
    private static partial Regex Entity();

    [GeneratedRegex("&(lt;|gt;|amp;|quot;)?")]
    private static partial Regex Ampersand();
}
