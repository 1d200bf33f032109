using System.Diagnostics;
using CsCheck;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Formatting;

namespace OpenClaw.Channels.Tests.Formatting;

public class MarkdownReaderTests
{
    private static readonly Gen<TableMode> s_tables = Gen.Enum<TableMode>();

    [Fact]
    public void Whatever_is_written_Telegram_can_read_it_and_sees_the_same_text() =>
        Gen.Select(Adversary.Markdown, s_tables).Sample(static (markdown, tables) =>
        {
            var text = MarkdownReader.Read(markdown, tables);

            Assert.Equal(text.Text, TelegramDialect.Read(TelegramHtml.Render(text)));
            Assert.DoesNotContain('\0', text.Text);
            Assert.Equal(text.Text, FormattedText.WellFormed(text.Text));
        }, iter: 3000);

    [Fact]
    public void Spans_lie_inside_the_text_and_links_apart() =>
        Gen.Select(Adversary.Markdown, s_tables).Sample(static (markdown, tables) =>
        {
            var text = MarkdownReader.Read(markdown, tables);

            Assert.All(text.Styles, s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= text.Text.Length));
            Assert.All(text.Links, l => Assert.True(l.Start >= 0 && l.Start < l.End && l.End <= text.Text.Length && l.Url.Length > 0));
            Assert.All(text.Links.Zip(text.Links.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }, iter: 2000);

    [Fact]
    public void Spans_that_cross_are_closed_and_opened_again()
    {
        var text = new FormattedText("abcdef", [new(0, 4, TextStyle.Bold), new(2, 6, TextStyle.Italic)], [new(1, 5, "https://a.test")]);

        Assert.Equal(
            "<b>a<a href=\"https://a.test\">b<i>cd</i></a></b><a href=\"https://a.test\"><i>e</i></a><i>f</i>", TelegramHtml.Render(text));
    }

    [Theory]
    [MemberData(nameof(Adversary.Endless), MemberType = typeof(Adversary))]
    public void Nesting_without_end_is_text(string unit)
    {
        foreach (var count in new[] { 60, 150, 1000, 20_000 / unit.Length })
        {
            var markdown = string.Concat(Enumerable.Repeat(unit, count));
            var clock = Stopwatch.StartNew();
            var text = MarkdownReader.Read(markdown, TableMode.Code);
            Assert.Equal(text.Text, TelegramDialect.Read(TelegramHtml.Render(text)));
            _ = WhatsAppText.Chunks(markdown);
            _ = TelegramText.Chunks(markdown);

            // Some hundredfold of what it takes: only growth without measure is a fault.
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{count} times '{unit}' took {clock.Elapsed}");
        }
    }

    [Fact]
    public void A_text_as_long_as_a_book_is_sent_without_looks()
    {
        var text = MarkdownReader.Read(string.Concat(Enumerable.Repeat("**bold** https://a.test\n", 5000)), TableMode.Code);

        Assert.Empty(text.Styles);
        Assert.Equal(5000, text.Links.Count);
    }

    [Theory]
    [InlineData("see https://a.test/x.", "https://a.test/x")]
    [InlineData("(https://a.test/x_(y))", "https://a.test/x_(y)")]
    [InlineData("**https://a.test/b**", "https://a.test/b")]
    [InlineData("\"https://a.test/q\", he said", "https://a.test/q")]
    [InlineData("read https://a.test/日本。then", "https://a.test/日本")]
    [InlineData("HTTP://A.test/?a=1&b=2!", "HTTP://A.test/?a=1&b=2")]
    public void An_address_is_a_link_without_the_punctuation_around_it(string markdown, string address)
    {
        var text = MarkdownReader.Read(markdown, TableMode.Code);

        var link = Assert.Single(text.Links);
        Assert.Equal(address, text.Text[link.Start..link.End]);
    }

    [Theory]
    [InlineData("README.md main.rs example.com www.a.test me@a.test")]
    [InlineData("`https://a.test` and https:// and xhttps://")]
    [InlineData("```\nhttps://a.test\n```")]
    [InlineData("[x](javascript:alert(1)) [y](JaVaScRiPt:x) [z](<java script:x>) [d](data:text/html,x) [f](file:///etc/passwd) [v](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    public void What_has_no_address_or_runs_something_is_no_link(string markdown) =>
        Assert.Empty(MarkdownReader.Read(markdown, TableMode.Code).Links);

    [Theory]
    [InlineData("[x](/relative/p)", "/relative/p")]
    [InlineData("[x](tg://user?id=7)", "tg://user?id=7")]
    [InlineData("[x](https://ünï.test/ä?b=%C3%B6)", "https://xn--n-nga1b.test/%C3%A4?b=%C3%B6")]
    [InlineData("[x](<https://a.test/a b>)", "https://a.test/a%20b")]
    [InlineData("[x][r]\n\n[r]: https://r.test", "https://r.test")]
    [InlineData("<me@a.test>", "mailto:me@a.test")]
    [InlineData("[![alt](https://i.test)](https://l.test)", "https://l.test")]
    public void A_link_leads_where_it_says(string markdown, string url) =>
        Assert.Equal(url, Assert.Single(MarkdownReader.Read(markdown, TableMode.Code).Links).Url);

    [Theory]
    [InlineData("- a\n  - b\n    - c\n\nafter", "• a\n  • b\n    • c\n\nafter")]
    [InlineData("- > quoted\n- ```\n  code\n  ```\n  more", "• quoted\n• \ncode\n  more")]
    [InlineData("text\n1. x\n2. y\n", "text\n\n1. x\n2. y")]
    [InlineData("> - a\n> - b\n\nc", "• a\n• b\n\n\nc")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\nafter", "| a | b |\n| --- | --- |\n| 1 | 2 |\n\nafter")]
    [InlineData("before\n| a | b |\n|---|---|\n| 1 |", "before\n\n| a | b |\n| --- | --- |\n| 1 |   |\n")]
    public void Blocks_keep_apart(string markdown, string text) => Assert.Equal(text, MarkdownReader.Read(markdown, TableMode.Code).Text);

    [Theory]
    [InlineData("| | Price |\n|---|---|\n| Tea | 3 |\n| | 4 |\n| Milk | |", "Tea\n• Price: 3\n\n• Price: 4\n\nMilk")]
    [InlineData("| Name | |\n|---|---|\n| Tea | [x](https://a.test) |", "Tea\n• x")]
    public void A_table_as_a_list_leaves_out_what_is_empty(string markdown, string text) =>
        Assert.Equal(text, MarkdownReader.Read(markdown, TableMode.Bullets).Text);
}
