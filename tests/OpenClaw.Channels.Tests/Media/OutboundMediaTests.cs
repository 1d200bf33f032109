using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Media;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage.Media;

namespace OpenClaw.Channels.Tests.Media;

public sealed class OutboundMediaTests : IDisposable
{
    private readonly TemporaryDirectory _state = new();
    private readonly TemporaryDirectory _workspace = new();
    private readonly ConfigPaths _paths;
    private FetchedMedia _fetched = new(null, Problem: "refused");

    public OutboundMediaTests() => _paths = ConfigPaths.Resolve(
        new EnvironmentVariables([new("HOME", _workspace.Path), new("OPENCLAW_STATE_DIR", _state.Path)]), ProfileSelection.None);

    private string Temporary => OutboundMedia.FolderOf(_paths);

    [Fact]
    public async Task A_small_file_is_sent_as_it_is()
    {
        var png = TestPicture.Png(20, 20);
        await File.WriteAllBytesAsync(_workspace["cat.png"], png, TestContext.Current.CancellationToken);

        using var file = await OpenAsync(_workspace["cat.png"]);

        Assert.Equal(_workspace["cat.png"], file.Path);
        Assert.False(Directory.Exists(Temporary));
    }

    [Theory]
    [InlineData("~/notes.txt")]
    [InlineData("file://{0}/notes.txt")]
    [InlineData("{0}/sub/../notes.txt")]
    [InlineData("{0}/link.txt")]
    public async Task A_file_of_the_workspace_is_found_however_it_is_written(string source)
    {
        await File.WriteAllTextAsync(_workspace["notes.txt"], "hello", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(_workspace["link.txt"], _workspace["notes.txt"]);

        using var file = await OpenAsync(source.Replace("{0}", _workspace.Path, StringComparison.Ordinal));

        Assert.Equal(_workspace["notes.txt"], file.Path);
    }

    // CVE-2026-44996, GHSA-33hm-cq8r-wc49: only owned roots, by real path.
    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("{0}/../secret.txt")]
    [InlineData("{0}/out/passwd")]
    [InlineData("{0}/pipe-not-there")]
    [InlineData("{0}")]
    [InlineData("notes.txt")]
    [InlineData("./notes.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://server/share/x")]
    [InlineData("\\\\server\\share\\x")]
    [InlineData("ftp://example.org/x")]
    [InlineData("")]
    public async Task A_file_from_elsewhere_does_not_leave_the_machine(string source)
    {
        File.CreateSymbolicLink(_workspace["out"], "/etc");

        using var file = await OpenAsync(source.Replace("{0}", _workspace.Path, StringComparison.Ordinal));

        Assert.Equal(SendFaultKind.BadMedia, file.Fault?.Kind);
        Assert.Null(file.Path);
        Assert.False(file.Fault!.IsRetryable);
        Assert.False(Directory.Exists(Temporary));
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_and_the_copy_goes_after_the_send()
    {
        await File.WriteAllBytesAsync(_workspace["photo.png"], TestPicture.Png(1600, 1200), TestContext.Current.CancellationToken);
        Assert.True(new FileInfo(_workspace["photo.png"]).Length > MediaLimits.Of(MediaKind.Image));

        using (var file = await OpenAsync(_workspace["photo.png"]))
        {
            var sent = MediaFile.Read(file.Path!)!;
            Assert.Equal(("photo.jpg", FileTypes.Jpeg), (sent.Name, sent.Mime));
            Assert.InRange(sent.Size, 1, MediaLimits.Of(MediaKind.Image));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path!));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
        Assert.True(File.Exists(_workspace["photo.png"]));
    }

    [Fact]
    public void A_picture_that_shines_through_stays_a_PNG()
    {
        var (data, mime, _) = PictureFit.Shrink(TestPicture.Png(850, 850, alpha: 100), 2_700_000, TestContext.Current.CancellationToken);

        Assert.Equal((FileTypes.Png, (800, 800)), (mime, Picture.Measure(data!)));
    }

    [Fact]
    public void The_first_picture_within_the_limit_is_taken_and_none_is_made_up()
    {
        var source = TestPicture.Jpeg(1000, 500);

        Assert.Equal((1000, 500), Picture.Measure(PictureFit.Shrink(source, source.Length, TestContext.Current.CancellationToken).Data!));
        Assert.Equal((800, 400), Picture.Measure(PictureFit.Shrink(source, 110_000, TestContext.Current.CancellationToken).Data!));
        Assert.NotNull(PictureFit.Shrink(source, 1000, TestContext.Current.CancellationToken).Problem);
        Assert.NotNull(PictureFit.Shrink([1, 2, 3], 1000, TestContext.Current.CancellationToken).Problem);
    }

    [Fact]
    public async Task A_large_film_is_refused_with_its_limit()
    {
        await using (var film = File.Create(_workspace["film.mp4"]))
            film.SetLength(MediaLimits.Of(MediaKind.Video) + 1);

        using var file = await OpenAsync(_workspace["film.mp4"]);

        Assert.Equal(SendFaultKind.TooLarge, file.Fault?.Kind);
        Assert.Contains("16 MB", file.Fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        await File.WriteAllBytesAsync(_workspace["nothing.txt"], [], TestContext.Current.CancellationToken);

        using var file = await OpenAsync(_workspace["nothing.txt"]);

        Assert.Equal(SendFaultKind.BadMedia, file.Fault?.Kind);
    }

    [Fact]
    public async Task What_is_fetched_gets_a_harmless_name_and_goes_after_the_send()
    {
        await File.WriteAllBytesAsync(_state["download"], TestPicture.Jpeg(10, 10), TestContext.Current.CancellationToken);
        _fetched = new FetchedMedia(_state["download"], "text/html", "../../e vil\u202e.php", 99);

        using (var file = await OpenAsync("https://example.org/x"))
        {
            Assert.Equal("e_vil.jpg", Path.GetFileName(file.Path));
            Assert.StartsWith(Temporary, file.Path, StringComparison.Ordinal);
            Assert.False(File.Exists(_state["download"]));
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Fact]
    public async Task What_cannot_be_fetched_says_why_without_the_address()
    {
        using var refused = await OpenAsync("https://example.org/secret-token");
        _fetched = new FetchedMedia(null, TooLarge: true, Problem: "more than 100 MB");
        using var large = await OpenAsync("https://example.org/x");

        Assert.Equal((SendFaultKind.BadMedia, "the attachment from example.org could not be fetched: refused"), (refused.Fault!.Kind, refused.Fault.Message));
        Assert.Equal(SendFaultKind.TooLarge, large.Fault?.Kind);
    }

    [Fact]
    public async Task A_HEIC_picture_needs_a_program_of_the_host()
    {
        await File.WriteAllBytesAsync(_workspace["photo.heic"], Convert.FromHexString("000000186674797068656963000000006D696631"), TestContext.Current.CancellationToken);

        using (var without = await OpenAsync(_workspace["photo.heic"]))
            Assert.Contains("libheif-examples", without.Fault?.Message, StringComparison.Ordinal);

        // Stands in for the converter: writes a picture where it is told to.
        await File.WriteAllBytesAsync(_state["picture.jpg"], TestPicture.Jpeg(10, 10), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_state["heif-convert"], $"#!/bin/sh\ncp {_state["picture.jpg"]} \"$4\"\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_state["heif-convert"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using (var with = await OpenAsync(_workspace["photo.heic"]))
            Assert.Equal("photo.jpg", Path.GetFileName(with.Path));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    public void Dispose()
    {
        _state.Dispose();
        _workspace.Dispose();
    }

    private async Task<OutboundFile> OpenAsync(string source)
    {
        using var media = new OutboundMedia(_paths, () => [_workspace.Path], (_, _, _) => Task.FromResult(_fetched)) { SearchPath = _state.Path };
        var part = new OutboundPart { Channel = "telegram", AccountId = "default", ChatId = "7", Kind = "media", Media = source };
        return await media.OpenAsync(part, TestContext.Current.CancellationToken);
    }
}
