using System.Text;

namespace OpenClaw.Storage.Tests;

public sealed class JsonlFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string File => _directory["t.jsonl"];

    [Fact]
    public void Lines_come_back_in_order()
    {
        using (var file = JsonlFile.OpenForAppend(File, durable: true))
        {
            file.Append("{\"n\":1}"u8);
            file.Append("{\"n\":2}"u8);
        }

        Assert.Equal(["{\"n\":1}", "{\"n\":2}"], Read());
    }

    [Fact]
    public void A_torn_last_line_is_skipped_by_readers_and_removed_by_the_next_writer()
    {
        System.IO.File.WriteAllText(File, "{\"n\":1}\n{\"n\":2,\"te");
        var skipped = new List<int>();
        Assert.Equal(["{\"n\":1}"], JsonlFile.ReadLines(File, skipped.Add).Select(Text));
        Assert.Equal([2], skipped);

        using (var file = JsonlFile.OpenForAppend(File))
            file.Append("{\"n\":3}"u8);

        Assert.Equal("{\"n\":1}\n{\"n\":3}\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void A_complete_last_line_that_only_lacks_its_line_end_is_kept()
    {
        System.IO.File.WriteAllText(File, "{\"n\":1}\n{\"n\":2}");

        using (var file = JsonlFile.OpenForAppend(File))
            file.Append("{\"n\":3}"u8);

        Assert.Equal(["{\"n\":1}", "{\"n\":2}", "{\"n\":3}"], Read());
    }

    [Fact]
    public void A_torn_line_longer_than_any_window_is_removed_whole()
    {
        System.IO.File.WriteAllText(File, "{\"n\":1}\n\"" + new string('x', 100_000));

        using (var file = JsonlFile.OpenForAppend(File))
            Assert.Equal("{\"n\":1}\n".Length, file.Length);
    }

    [Fact]
    public void A_value_with_a_line_feed_is_refused()
    {
        using var file = JsonlFile.OpenForAppend(File);

        Assert.Throws<ArgumentException>(() => file.Append("{\n}"u8));
    }

    [Fact]
    public void Damage_in_the_middle_costs_one_line_only()
    {
        System.IO.File.WriteAllText(File, "{\"n\":1}\nnonsense\r\n\n{\"n\":2}\n");

        Assert.Equal(["{\"n\":1}", "{\"n\":2}"], Read());
    }

    [Fact]
    public void A_missing_file_has_no_lines() => Assert.Empty(JsonlFile.ReadLines(_directory["none.jsonl"]));

    public void Dispose() => _directory.Dispose();

    private IEnumerable<string> Read() => JsonlFile.ReadLines(File).Select(Text);

    private static string Text(ReadOnlyMemory<byte> line) => Encoding.UTF8.GetString(line.Span);
}
