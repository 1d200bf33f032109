using System.Text;
using CsCheck;
using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Tests.Replies;

public class TextChunkerTests
{
    private static readonly string[] s_pieces =
        ["word", "Sentence one. ", "🙂", "👨‍👩‍👧", "\n", "\n\n", " ", "ünïcode", "\t", "a`b`c", "日本語です。", "https://example.org/a/b?c=d", "```", "~~~"];

    private static readonly string[] s_code = ["line of code\n", "x = 1\n", "\n", "    indented 🙂\n", "averyveryverylongline"];

    private static readonly Gen<string> s_text = Gen.Int[0, s_pieces.Length - 1].Select(static i => s_pieces[i]).Array[0, 120].Select(string.Concat);

    private static readonly Gen<string> s_fenced = Gen.Select(s_text, Gen.Int[0, s_code.Length - 1].Select(static i => s_code[i]).Array[0, 60], s_text)
        .Select(static (before, code, after) => $"{before.Replace("```", "", StringComparison.Ordinal).Replace("~~~", "", StringComparison.Ordinal)}\n```py\n{string.Concat(code)}\n```\n{after.Replace("```", "", StringComparison.Ordinal).Replace("~~~", "", StringComparison.Ordinal)}");

    [Fact]
    public void No_message_is_longer_than_the_limit_or_tears_a_character()
    {
        Gen.Select(Gen.OneOf(s_text, s_fenced), Gen.Int[2, 200]).Sample(static (text, limit) =>
        {
            foreach (var chunk in TextChunker.Split(text, limit))
            {
                Assert.InRange(chunk.Length, 1, limit);
                Assert.True(IsWhole(chunk), $"torn: {chunk}");
            }
        });
    }

    [Fact]
    public void All_that_was_said_arrives_in_order()
    {
        var plain = s_text.Select(static text => text.Replace("```", "", StringComparison.Ordinal).Replace("~~~", "", StringComparison.Ordinal));
        Gen.Select(plain, Gen.Int[2, 200]).Sample(static (text, limit) =>
            Assert.Equal(Ink(text), Ink(string.Concat(TextChunker.Split(text, limit)))));
    }

    [Fact]
    public void A_code_block_is_closed_and_opened_again_and_loses_nothing()
    {
        Gen.Select(s_fenced, Gen.Int[30, 200]).Sample(static (text, limit) =>
        {
            var chunks = TextChunker.Split(text, limit);
            foreach (var chunk in chunks)
                Assert.True(Fences(chunk) % 2 == 0, $"a block is open in: {chunk}");
            Assert.Equal(Ink(WithoutFences(text)), Ink(string.Concat(chunks.Select(WithoutFences))));
        });
    }

    [Fact]
    public void A_block_that_fits_into_the_next_message_is_not_cut()
    {
        var chunks = TextChunker.Split("Some words first.\n\n```\none\ntwo\n```", 30);

        Assert.Equal(["Some words first.", "```\none\ntwo\n```"], chunks);
    }

    [Fact]
    public void A_long_block_says_its_language_in_every_message()
    {
        var chunks = TextChunker.Split("```py\naaaaaaaa\nbbbbbbbb\ncccccccc\n```", 28);

        Assert.Equal(["```py\naaaaaaaa\nbbbbbbbb\n```", "```py\ncccccccc\n```"], chunks);
    }

    [Theory]
    [InlineData("one two three\n\nfour five six", 20, "one two three|four five six")]
    [InlineData("one two three\nfour five six", 20, "one two three|four five six")]
    [InlineData("One two three. Four five six", 20, "One two three.|Four five six")]
    [InlineData("one two three four five six", 20, "one two three four|five six")]
    [InlineData("onetwothreefourfivesix", 20, "onetwothreefourfives|ix")]
    public void A_text_is_cut_at_the_best_place_there_is(string text, int limit, string expected) =>
        Assert.Equal(expected.Split('|'), TextChunker.Split(text, limit));

    [Fact]
    public void Blocks_of_a_growing_text_say_what_the_whole_text_says()
    {
        Gen.Select(Gen.OneOf(s_text, s_fenced), Gen.Int[1, 40], Gen.Int[20, 120], Gen.Int[1, 9]).Sample(static (text, min, max, step) =>
        {
            var chunker = new BlockChunker(new BlockChunking(min, max));
            var blocks = new List<string>();
            for (var at = 0; at < text.Length; at += step)
                blocks.AddRange(chunker.Append(text.Substring(at, Math.Min(step, text.Length - at))));
            blocks.AddRange(chunker.Flush());

            Assert.All(blocks, block => Assert.InRange(block.Length, 1, max));
            if (!text.Contains("```", StringComparison.Ordinal) && !text.Contains("~~~", StringComparison.Ordinal))
                Assert.Equal(Ink(text), Ink(string.Concat(blocks)));
        });
    }

    [Fact]
    public void A_block_is_sent_as_soon_as_it_ends_well_and_not_before_it_is_worth_it()
    {
        var chunker = new BlockChunker(new BlockChunking(10, 40));

        Assert.Empty(chunker.Append("short.\n\n"));
        Assert.Equal(["short.\n\nand then more"], chunker.Append("and then more\n\n"));
        Assert.Empty(chunker.Append("no end in sight"));
        Assert.Equal(["no end in sight"], chunker.Flush());
    }

    private static bool IsWhole(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }

    private static string Ink(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    private static int Fences(string text) => text.Split('\n').Count(static line => line.StartsWith("```", StringComparison.Ordinal));

    private static string WithoutFences(string text) =>
        string.Join('\n', text.Split('\n').Where(static line => !line.TrimEnd().StartsWith("```", StringComparison.Ordinal)));
}
