using OpenClaw.Agents.Messages;
using StbImageSharp;
using StbImageWriteSharp;

namespace OpenClaw.Agents.Tests.Tools.Files;

public class ReadToolTests
{
    [Fact]
    public async Task A_long_file_is_cut_and_says_where_to_go_on()
    {
        using var bench = new FileBench();
        await File.WriteAllLinesAsync(bench.At("long.txt"), Enumerable.Range(1, 2500).Select(i => $"line {i}"), TestContext.Current.CancellationToken);

        var first = FileBench.TextOf(await bench.UseAsync("read", new() { ["path"] = "long.txt" }));
        var rest = FileBench.TextOf(await bench.UseAsync("read", new() { ["file_path"] = "long.txt", ["offset"] = 2001 }));

        Assert.EndsWith("line 2000\n\n[500 more lines in the file, use offset=2001 to go on]", first, StringComparison.Ordinal);
        Assert.StartsWith("line 2001\n", rest, StringComparison.Ordinal);
        Assert.EndsWith("line 2500", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_beyond_fifty_kilobytes_wait_for_the_next_read()
    {
        using var bench = new FileBench();
        await File.WriteAllTextAsync(bench.At("wide.txt"), string.Concat(Enumerable.Repeat(new string('x', 1023) + "\n", 60)), TestContext.Current.CancellationToken);

        var text = FileBench.TextOf(await bench.UseAsync("read", new() { ["path"] = "wide.txt" }));

        Assert.EndsWith("[10 more lines in the file, use offset=51 to go on]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_line_that_is_too_long_is_cut_in_itself()
    {
        using var bench = new FileBench();
        await File.WriteAllTextAsync(bench.At("one.txt"), new string('x', 200_000), TestContext.Current.CancellationToken);

        var text = FileBench.TextOf(await bench.UseAsync("read", new() { ["path"] = "one.txt" }));

        Assert.InRange(text.Length, 51_200, 51_500);
        Assert.Contains("line 1 was cut at 50 KB", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.txt", "does not exist")]
    [InlineData("", "path is required")]
    [InlineData(".", "is a directory")]
    [InlineData("/dev/zero", "not a regular file")]
    [InlineData("binary.bin", "binary file of 4 bytes")]
    [InlineData("~/.openclaw/exec-approvals.json", "secrets")]
    [InlineData("~/.openclaw/identity/device.json", "secrets")]
    [InlineData("link-to-identity", "secrets")]
    public async Task What_cannot_be_read_is_an_error_with_the_reason(string path, string expected)
    {
        using var bench = new FileBench();
        await File.WriteAllBytesAsync(bench.At("binary.bin"), [1, 0, 2, 3], TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(bench.State, "identity"));
        await File.WriteAllTextAsync(Path.Combine(bench.State, "identity", "device.json"), "{}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(bench.State, "exec-approvals.json"), "{}", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(bench.At("link-to-identity"), Path.Combine(bench.State, "identity", "device.json"));

        var result = await bench.UseAsync("read", new() { ["path"] = path });

        Assert.True(result.IsError);
        Assert.Contains(expected, FileBench.TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_picture_is_shown_smaller()
    {
        using var bench = new FileBench();
        using (var file = File.Create(bench.At("big.png")))
            new ImageWriter().WritePng(new byte[2600 * 100 * 4], 2600, 100, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha, file);

        var result = await bench.UseAsync("read", new() { ["path"] = "big.png" });

        var image = Assert.Single(result.Content.OfType<ContentPart.Image>());
        var decoded = ImageResult.FromMemory(Convert.FromBase64String(image.Data));
        Assert.Equal(("image/png", 2000, 76), (image.MimeType, decoded.Width, decoded.Height));
    }

    [Fact]
    public async Task A_broken_picture_is_an_error_and_no_crash()
    {
        using var bench = new FileBench();
        var bytes = new byte[6 * 1024 * 1024];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }.CopyTo(bytes, 0);
        await File.WriteAllBytesAsync(bench.At("broken.png"), bytes, TestContext.Current.CancellationToken);

        Assert.True((await bench.UseAsync("read", new() { ["path"] = "broken.png" })).IsError);
    }
}
