using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Media;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.Tests.Media;

public sealed class InboundMediaTests : IDisposable
{
    private readonly TemporaryDirectory _state = new();
    private readonly ConfigPaths _paths;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public InboundMediaTests() => _paths = ConfigPaths.Resolve(
        new EnvironmentVariables([new("HOME", _state.Path), new("OPENCLAW_STATE_DIR", _state.Path)]), ProfileSelection.None);

    private string Inbound => InboundMediaStore.FolderOf(_paths);

    [Fact]
    public void A_fetched_file_is_moved_into_the_store_for_the_owner_alone()
    {
        File.WriteAllBytes(_state["fetched"], TestPicture.Jpeg(4, 4));

        var (media, problem) = new InboundMediaStore(_paths).Take(new FetchedMedia(_state["fetched"], "image/png", "Holiday in Købmagergade (1).png"), "image");

        Assert.Null(problem);
        Assert.Equal(("image", "image/jpeg"), (media!.Kind, media.Mime));
        Assert.Matches(@"/media/inbound/Holiday_in_Købmagergade_1---[0-9a-f-]{36}\.jpg$", media.Path);
        Assert.False(File.Exists(_state["fetched"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(media.Path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Inbound));
        }
    }

    [Fact]
    public void What_is_not_there_is_not_kept()
    {
        var store = new InboundMediaStore(_paths);

        Assert.Equal("too large", store.Take(new FetchedMedia(null, TooLarge: true, Problem: "too large"), "video").Problem);
        Assert.NotNull(store.Take(new FetchedMedia(_state["gone"]), "video").Problem);
    }

    [Theory]
    [InlineData(null, "image/png", @"^[0-9a-f-]{36}\.png$")]
    [InlineData("../../etc/passwd", null, "^passwd---[0-9a-f-]{36}$")]
    [InlineData("C:\\Users\\x\\report.PDF", "application/pdf", @"^report---[0-9a-f-]{36}\.pdf$")]
    [InlineData(".hidden", "text/plain", @"^[0-9a-f-]{36}\.txt$")]
    [InlineData("a.tar.gz", "application/gzip", @"^a\.tar---[0-9a-f-]{36}\.gz$")]
    [InlineData("x.weird-ext", "application/x-unknown", "^x---[0-9a-f-]{36}$")]
    [InlineData("日本語 メモ.txt", "text/plain", @"^日本語_メモ---[0-9a-f-]{36}\.txt$")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.txt", "text/plain", @"^a{60}---[0-9a-f-]{36}\.txt$")]
    public void A_name_says_what_it_was_and_nothing_else(string? original, string? mime, string expected) =>
        Assert.Matches(expected, MediaNames.ForStore(original, mime, Guid.NewGuid()));

    [Theory]
    [InlineData(null, "image/png", "file.png")]
    [InlineData("report.pdf", "application/pdf", "report.pdf")]
    [InlineData("photo.heic", "image/jpeg", "photo.jpg")]
    [InlineData("photo.jpeg", "image/jpeg", "photo.jpeg")]
    [InlineData("data.bin", "application/octet-stream", "data.bin")]
    [InlineData("script.py", "text/plain", "script.py")]
    [InlineData("x.php", "image/png", "x.png")]
    public void A_file_goes_out_under_its_own_name(string? original, string? mime, string expected) =>
        Assert.Equal(expected, MediaNames.ForSending(original, mime));

    [Fact]
    public void Received_files_are_kept_for_a_week()
    {
        var (old, young) = (Received("old", TimeSpan.FromDays(7.1)), Received("young", TimeSpan.FromDays(6.9)));
        var outside = _state["outside"];
        Directory.CreateDirectory(outside);
        File.WriteAllText(Path.Combine(outside, "x"), "x");
        File.SetLastWriteTimeUtc(Path.Combine(outside, "x"), _time.GetUtcNow().UtcDateTime.AddYears(-1));
        Directory.CreateSymbolicLink(Path.Combine(Inbound, "link"), outside);

        Sweep(MediaRetention.RulesOf(_paths));

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young));
        Assert.True(File.Exists(Path.Combine(outside, "x")));
    }

    [Fact]
    public void The_oldest_go_while_all_together_are_too_large_but_none_of_the_last_hour()
    {
        var files = new[] { 0.1, 0.5, 2, 3, 4 }.Select(hours => Received($"{hours}", TimeSpan.FromHours(hours))).ToList();

        Sweep([new RetentionRule(Inbound, TimeSpan.FromDays(7), MaxBytes: 15)]);
        Assert.Equal([true, true, false, false, false], files.Select(File.Exists));

        Sweep([new RetentionRule(Inbound, TimeSpan.FromDays(7), MaxBytes: 5)]);
        Assert.Equal([true, true, false, false, false], files.Select(File.Exists));
    }

    [Fact]
    public async Task Old_files_go_at_the_start_and_every_hour_and_empty_directories_with_them()
    {
        var left = Path.Combine(OutboundMedia.FolderOf(_paths), "abc", "photo.jpg");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        await File.WriteAllTextAsync(left, "x", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(left, _time.GetUtcNow().UtcDateTime);
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(left)!, _time.GetUtcNow().UtcDateTime.AddDays(-2));
        var first = Received("first", TimeSpan.FromDays(8));
        await using var retention = new MediaRetention(MediaRetention.RulesOf(_paths), _time, NullLogger.Instance);
        retention.Start();
        await UntilAsync(() => !File.Exists(first));

        // The pause begins a moment after the sweep: time goes on until it is over.
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromHours(1));
            return !File.Exists(left);
        });
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(left)!, _time.GetUtcNow().UtcDateTime.AddDays(-2));
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromHours(1));
            return !Directory.Exists(Path.GetDirectoryName(left));
        });
    }

    [Theory]
    [InlineData("image/png", MediaKind.Image)]
    [InlineData("image/svg+xml", MediaKind.Document)]
    [InlineData("audio/ogg; codecs=opus", MediaKind.Audio)]
    [InlineData("VIDEO/mp4", MediaKind.Video)]
    [InlineData("application/pdf", MediaKind.Document)]
    [InlineData("text/plain", MediaKind.Document)]
    [InlineData(null, MediaKind.Document)]
    public void A_type_is_sent_as_a_kind(string? mime, MediaKind kind) => Assert.Equal(kind, MediaKinds.Of(mime));

    [Fact]
    public void Platforms_have_wishes_about_types()
    {
        Assert.True(MediaKinds.IsGif("image/gif", null));
        Assert.True(MediaKinds.IsGif(null, "x.GIF"));
        Assert.True(MediaKinds.CanBeVoice("audio/ogg", "x.bin"));
        Assert.True(MediaKinds.CanBeVoice("application/octet-stream", "x.opus"));
        Assert.False(MediaKinds.CanBeVoice("audio/mpeg", "x.mp3"));
        Assert.Equal("audio/ogg; codecs=opus", MediaKinds.OnWhatsApp("audio/ogg"));
        Assert.Equal("audio/mpeg", MediaKinds.OnWhatsApp("audio/mpeg"));
    }

    public void Dispose() => _state.Dispose();

    private void Sweep(IReadOnlyList<RetentionRule> rules) => new MediaRetention(rules, _time, NullLogger.Instance).Sweep();

    private string Received(string name, TimeSpan age)
    {
        Directory.CreateDirectory(Inbound);
        var path = Path.Combine(Inbound, name);
        File.WriteAllText(path, "0123456789");
        File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime - age);
        return path;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
            await Task.Delay(10, limit.Token);
    }
}
