using OpenClaw.Agents.Memory;

namespace OpenClaw.Agents.Tests.Memory;

public class MemoryChunksTests
{
    [Fact]
    public void A_short_file_is_one_piece() =>
        Assert.Equal([new MemoryChunk(1, 3, "a\nb\n")], MemoryChunks.Of("a\nb\n", 400, 80));

    [Fact]
    public void Pieces_hold_whole_lines_within_the_size_and_share_lines_with_their_neighbour()
    {
        var text = string.Join('\n', Enumerable.Range(1, 300).Select(i => $"line {i:000} of the file"));

        var chunks = MemoryChunks.Of(text, 400, 80).ToList();

        Assert.All(chunks, chunk => Assert.InRange(chunk.Text.Length, 1, 1600));
        Assert.Equal(1, chunks[0].StartLine);
        Assert.Equal(300, chunks[^1].EndLine);
        for (var i = 1; i < chunks.Count; i++)
        {
            Assert.InRange(chunks[i].StartLine, chunks[i - 1].StartLine + 1, chunks[i - 1].EndLine);
            Assert.StartsWith($"line {chunks[i].StartLine:000}", chunks[i].Text);
        }
    }

    [Fact]
    public void A_line_longer_than_a_piece_is_cut_and_nothing_is_lost()
    {
        var line = string.Concat(Enumerable.Range(0, 2000).Select(i => $"w{i} "));

        var chunks = MemoryChunks.Of(line, 100, 0).ToList();

        Assert.All(chunks, chunk => Assert.Equal((1, 1), (chunk.StartLine, chunk.EndLine)));
        Assert.Equal(line, string.Concat(chunks.Select(chunk => chunk.Text.Replace("\n", ""))));
    }

    [Fact]
    public void Without_words_there_is_nothing_to_find() => Assert.Empty(MemoryChunks.Of("\n\n---\n\n", 400, 80));
}
