using System.Text;
using CsCheck;
using OpenClaw.Channels.Chunking;
using OpenClaw.Channels.Formatting;
using OpenClaw.Channels.Tests.Formatting;

namespace OpenClaw.Channels.Tests.Chunking;

public class ChunkPropertyTests
{
    private static readonly Gen<TableMode> s_tables = Gen.Enum<TableMode>();
    private static readonly Gen<ChunkMode> s_modes = Gen.Enum<ChunkMode>();

    private static readonly Gen<string> s_wellFormed = Adversary.Markdown.Select(FormattedText.WellFormed);

    [Fact]
    public void Telegram_messages_fit_can_be_read_and_say_everything_in_order() =>
        Gen.Select(Adversary.Markdown, Gen.Int[2, 120], s_modes, s_tables).Sample(static (markdown, limit, mode, tables) =>
        {
            var chunks = TelegramText.Chunks(markdown, limit, mode, tables);

            foreach (var chunk in chunks)
            {
                Assert.InRange(chunk.Plain.Length, 1, limit);
                Assert.False(string.IsNullOrWhiteSpace(chunk.Plain));
                Assert.True(IsWhole(chunk.Plain), $"torn: {chunk.Plain}");
                Assert.Equal(chunk.Plain, TelegramDialect.Read(chunk.Html));
            }

            Assert.Equal(Ink(MarkdownReader.Read(markdown, tables).Text), Ink(string.Concat(chunks.Select(c => c.Plain))));
        }, iter: 3000);

    [Fact]
    public void No_limit_is_larger_than_what_Telegram_takes()
    {
        var text = string.Concat(Enumerable.Repeat("<&> **bold** words ", 1000));
        foreach (var limit in new[] { 0, -1, 4096, 100_000 })
            Assert.All(TelegramText.Chunks(text, limit).SkipLast(1), c => Assert.InRange(TelegramDialect.Read(c.Html).Length, 4000, 4096));
    }

    [Fact]
    public void WhatsApp_messages_fit_with_their_markup() =>
        Gen.Select(Adversary.Markdown, Gen.Int[2, 120], s_modes, s_tables).Sample(static (markdown, limit, mode, tables) =>
        {
            foreach (var chunk in WhatsAppText.Chunks(markdown, limit, mode, tables).Concat(WhatsAppText.Chunks(markdown, limit, mode, tables, raw: true)))
            {
                Assert.InRange(chunk.Length, 1, limit);
                Assert.True(IsWhole(chunk), $"torn: {chunk}");
            }

            var whole = WhatsAppMarkup.WithoutLinks(MarkdownReader.Read(markdown, tables)).Text;
            var said = string.Concat(WhatsAppText.Chunks(markdown, limit, mode, tables));
            Assert.Equal(Letters(whole), Letters(said));
        }, iter: 3000);

    [Fact]
    public void Messages_full_of_marks_are_still_full() =>
        Assert.All(
            WhatsAppText.Chunks(string.Concat(Enumerable.Repeat("**a** ", 3000)), 4000).SkipLast(1), static c => Assert.InRange(c.Length, 3500, 4000));

    [Fact]
    public void Plain_chunks_say_everything_in_order() =>
        Gen.Select(s_wellFormed, Gen.Int[-1, 120]).Sample(static (text, limit) =>
        {
            var chunks = TextChunks.Plain(text, limit);

            Assert.All(chunks, c => Assert.True(limit <= 0 || c.Length <= Math.Max(2, limit)));
            Assert.All(chunks, c => Assert.True(IsWhole(c)));
            Assert.Equal(Ink(text), Ink(string.Concat(chunks)));
        }, iter: 3000);

    [Fact]
    public void Markdown_chunks_close_their_code_and_lose_nothing()
    {
        var code = Gen.OneOf("line of code\n", "x = 1\n", "\n", "    indented 🙂\n", "averyveryverylongline").Array[0, 40];
        var prose = Gen.OneOf("word ", "Two (in brackets). ", "\n", "\n\n", "🙂").Array[0, 30];
        Gen.Select(prose, code, prose, Gen.Int[30, 200]).Sample(static (before, lines, after, limit) =>
        {
            var text = $"{string.Concat(before)}\n```py\n{string.Concat(lines)}\n```\n{string.Concat(after)}";
            var chunks = TextChunks.Markdown(text, limit);

            Assert.All(chunks, c => Assert.True(c.Length <= limit && IsWhole(c)));
            Assert.All(chunks, c => Assert.True(Fences(c) % 2 == 0, $"a block is open in: {c}"));
            Assert.Equal(Ink(WithoutFences(text)), Ink(string.Concat(chunks.Select(WithoutFences))));
        }, iter: 3000);
    }

    [Fact]
    public void Code_keeps_its_indentation_where_it_is_cut()
    {
        var lines = Enumerable.Range(0, 20).Select(static i => $"{new string(' ', i % 5)}line {i}").ToList();
        var chunks = TelegramText.Chunks($"Words first.\n\n```\n{string.Join('\n', lines)}\n```\n\nand after", 60);

        Assert.Equal("Words first.", chunks[0].Plain);
        Assert.Equal(lines, chunks.Skip(1).SelectMany(static c => c.Plain.Split('\n')).Where(static l => l.Length > 0 && l != "and after"));
        Assert.All(chunks.Skip(1).SkipLast(1), static c => Assert.StartsWith("<pre><code>", c.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_block_that_fits_into_one_message_is_not_cut()
    {
        var chunks = TelegramText.Chunks("Some words (that stand before it), and more of them.\n\n```py\none\ntwo\nthree\n```", 60);

        Assert.Equal(["Some words (that stand before it), and more of them.", "one\ntwo\nthree\n"], chunks.Select(static c => c.Plain));
        Assert.Equal("<pre><code class=\"language-py\">one\ntwo\nthree\n</code></pre>", chunks[1].Html);
    }

    [Fact]
    public void In_newline_mode_every_paragraph_is_a_message_but_code_stays_whole() =>
        Assert.Equal(
            ["one", "two\nthree", "a\n\nb\n"],
            TelegramText.Chunks("one\n\ntwo\nthree\n\n\n```\na\n\nb\n```", mode: ChunkMode.Newline).Select(static c => c.Plain));

    [Fact]
    public void A_style_that_is_cut_goes_on_in_the_next_message() =>
        Assert.Equal(
            ["*bold words that go on*", "*and on*"], WhatsAppText.Chunks("**bold words that go on and on**", 25));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("[r]: https://a.test")]
    [InlineData("```\n\n```")]
    public void A_text_that_says_nothing_is_no_message(string markdown)
    {
        Assert.Empty(TelegramText.Chunks(markdown));
        Assert.Empty(WhatsAppText.Chunks(markdown));
        Assert.Equal(new TelegramCaption(null, null), TelegramCaption.Split(markdown));
    }

    [Fact]
    public void A_caption_is_measured_without_its_markup()
    {
        var bold = $"**{new string('x', 1024)}**";

        Assert.Equal($"<b>{new string('x', 1024)}</b>", TelegramCaption.Split(bold).Caption?.Html);
        Assert.Equal(new TelegramCaption(null, $"{bold}y"), TelegramCaption.Split($"{bold}y "));
    }

    private static bool IsWhole(string text) => text == FormattedText.WellFormed(text);

    private static string Ink(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    private static string Letters(string text) => string.Concat(text.EnumerateRunes().Where(Rune.IsLetterOrDigit));

    private static int Fences(string text) => text.Split('\n').Count(static line => line.StartsWith("```", StringComparison.Ordinal));

    private static string WithoutFences(string text) =>
        string.Join('\n', text.Split('\n').Where(static line => !line.TrimEnd().StartsWith("```", StringComparison.Ordinal)));
}
