using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Formatting;

namespace OpenClaw.Channels.Tests.Formatting;

public class WhatsAppMarkupTests
{
    [Theory]
    [InlineData("**b** *i* _i2_ ~~s~~ `c<d`", "*b* _i_ _i2_ ~s~ `c<d`")]
    [InlineData("***bi***", "*_bi_*")]
    [InlineData("# Head\n\n- a\n- b", "Head\n\n• a\n• b")]
    [InlineData("```js\nlet a;\n```\nafter", "```\nlet a;\n```\nafter")]
    [InlineData("[label](https://a.test) https://b.test <https://c.test> <me@d.test>", "label (https://a.test) https://b.test https://c.test me@d.test")]
    [InlineData("[same.test](https://same.test) [https://e.test/ä](https://e.test/%C3%A4)", "same.test (https://same.test) https://e.test/ä")]
    [InlineData("**[bold link](https://a.test)** and **x [y](https://b.test) z**", "*bold link* (https://a.test) and *x y (https://b.test) z*")]
    [InlineData("in**tern**al and **end**s", "internal and ends")]
    [InlineData("**two\nlines** and ** none **", "*two*\n*lines* and ** none **")]
    [InlineData("**a*b** `**raw**`", "a*b `**raw**`")]
    [InlineData("**bold `code` bold**", "*bold `code` bold*")]
    [InlineData("<b>html</b> &amp; \"q\"", "<b>html</b> & \"q\"")]
    public void Markdown_becomes_what_WhatsApp_shows(string markdown, string expected) =>
        Assert.Equal(expected, Assert.Single(WhatsAppText.Chunks(markdown)));

    [Fact]
    public void It_can_be_sent_as_it_was_written() =>
        Assert.Equal(["**b** [l](https://a.test)\n| a |\n|---|"], WhatsAppText.Chunks("**b** [l](https://a.test)\n| a |\n|---|", raw: true));

    [Fact]
    public void Marks_in_code_are_code()
    {
        var text = new FormattedText("a b c", [new(0, 5, TextStyle.CodeBlock), new(2, 3, TextStyle.Bold)], []);

        Assert.Equal("```\na b c\n```", WhatsAppMarkup.Render(text));
    }
}
