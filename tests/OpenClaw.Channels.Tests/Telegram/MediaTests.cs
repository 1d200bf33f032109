using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Telegram.Support;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class MediaTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.png", false, false, "sendPhoto", "photo")]
    [InlineData("a.gif", false, false, "sendAnimation", "animation")]
    [InlineData("a.mp4", false, false, "sendVideo", "video")]
    [InlineData("a.mp4", false, true, "sendAnimation", "animation")]
    [InlineData("a.mp3", true, false, "sendAudio", "audio")]
    [InlineData("a.ogg", false, false, "sendAudio", "audio")]
    [InlineData("a.opus", true, false, "sendVoice", "voice")]
    [InlineData("a.pdf", false, false, "sendDocument", "document")]
    public async Task A_file_goes_out_as_what_it_is(string name, bool asVoice, bool asGif, string method, string field)
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var path = bench.NewFile(name, [1, 2, 3, 4]);

        var result = await SendingTests.SendAsync(
            bench, run, SendingTests.Message("777", "**look**") with { Media = [path], AsVoice = asVoice, GifPlayback = asGif });

        Assert.True(result.Ok);
        var call = Assert.Single(bench.Server.CallsOf(method));
        Assert.Equal((name, "<b>look</b>", "HTML"), (call.Files[field].FileName, call["caption"], call["parse_mode"]));
    }

    [Theory]
    [InlineData(1024, 1)]
    [InlineData(1025, 2)]
    public async Task A_caption_that_is_too_long_becomes_a_message_of_its_own(int length, int parts)
    {
        await using var bench = await TelegramBench.CreateAsync();
        var message = SendingTests.Message("777", new string('x', length)) with { Media = ["/a.png"], Buttons = [[new MessageButton("Ok", "ok")]] };

        var plan = bench.Channel.Plan(message, bench.Store.Current);

        Assert.Equal(parts, plan.Parts.Count);
        Assert.Equal(parts == 1 ? length : 0, plan.Parts[0].Text.Length);
        Assert.NotEmpty(plan.Parts[^1].Buttons);
    }

    [Fact]
    public async Task Several_files_are_several_messages_and_the_first_has_the_words()
    {
        await using var bench = await TelegramBench.CreateAsync();

        var plan = bench.Channel.Plan(SendingTests.Message("777", "look") with { Media = ["/a.png", "/b.png"] }, bench.Store.Current);

        Assert.Equal([("/a.png", "look"), ("/b.png", "")], plan.Parts.Select(p => (p.Media!, p.Text)));
    }

    [Fact]
    public async Task A_voice_that_its_receiver_forbids_comes_as_audio()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.Fail("sendVoice", BotApiFailure.Bad("VOICE_MESSAGES_FORBIDDEN"));
        var result = await SendingTests.SendAsync(bench, run, SendingTests.Message("777", "") with { Media = [bench.NewFile("a.ogg", [1])], AsVoice = true });

        Assert.True(result.Ok);
        Assert.Single(bench.Server.CallsOf("sendAudio"));
    }

    [Fact]
    public async Task A_picture_with_sides_that_Telegram_does_not_like_comes_as_a_document()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.Fail("sendPhoto", BotApiFailure.Bad("PHOTO_INVALID_DIMENSIONS"));
        var result = await SendingTests.SendAsync(bench, run, SendingTests.Message("777", "") with { Media = [bench.NewFile("a.png", [1])] });

        Assert.True(result.Ok);
        Assert.Single(bench.Server.CallsOf("sendDocument"));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_said_to_be_gone()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;

        var result = await SendingTests.SendAsync(bench, run, SendingTests.Message("777", "") with { Media = [Path.Combine(bench.Paths.StateDir, "gone.png")] });

        Assert.Equal(SendFaultKind.BadMedia, result.Fault!.Kind);
    }

    [Fact]
    public async Task A_file_of_a_message_comes_to_this_machine()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.AddFile("f1", [1, 2, 3], "photos/file_1.jpg");
        bench.Server.Push(BotUpdates.Text(1, "", more: new()
        {
            ["document"] = new System.Text.Json.Nodes.JsonObject { ["file_id"] = "f1", ["file_unique_id"] = "u", ["file_name"] = "note.txt", ["mime_type"] = "text/plain", ["file_size"] = 3 },
        }));
        await bench.UntilAsync(() => bench.Intake.Events.Count == 1);

        var file = await run.Account.FetchAsync(bench.Intake.Events[0].Media[0], 100, Ct);
        var large = await run.Account.FetchAsync(bench.Intake.Events[0].Media[0], 2, Ct);

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(file.Path!, Ct));
        Assert.Equal(("text/plain", "note.txt", 3L), (file.Mime, file.FileName, file.Size));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path!));
        Assert.True(large.TooLarge);
    }

    [Fact]
    public async Task A_file_whose_size_nobody_said_stops_at_the_limit_and_leaves_nothing()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.AddFile("f1", new byte[5000]);
        bench.Server.LargestDownload = 4000;
        bench.Server.AddFile("f2", new byte[3000]);

        var tooBigForTelegram = await run.Account.FetchAsync(Media("f1"), 100_000, Ct);
        var tooBigForUs = await run.Account.FetchAsync(Media("f2"), 1000, Ct);
        var unknown = await run.Account.FetchAsync(Media("f3"), 1000, Ct);

        Assert.True(tooBigForTelegram.TooLarge);
        Assert.True(tooBigForUs.TooLarge);
        Assert.False(unknown.TooLarge);
        Assert.NotNull(unknown.Problem);
        var folder = Path.Combine(bench.Paths.StateDir, "media", "downloads");
        Assert.True(!Directory.Exists(folder) || Directory.GetFiles(folder).Length == 0);
    }

    private static InboundMedia Media(string fileId) =>
        new("document", null, null, null, System.Text.Json.JsonDocument.Parse($$"""{"fileId":"{{fileId}}"}""").RootElement);
}
