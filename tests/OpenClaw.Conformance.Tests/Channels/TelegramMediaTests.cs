using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>Pictures, documents and voices, both ways.</summary>
[Trait("Category", "Acceptance")]
public sealed class TelegramMediaTests(TelegramFixture fixture) : IClassFixture<TelegramFixture>
{
    // One black pixel.
    private static readonly byte[] s_png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    private readonly TelegramHome _telegram = fixture.Telegram;
    private readonly long _ann = fixture.NewPerson();

    [Fact]
    public async Task A_photo_is_kept_on_this_machine_and_shown_to_the_agent()
    {
        _telegram.Bot.AddFile($"photo-{_ann}", s_png, $"photos/{_ann}.png");
        Push(new JsonObject
        {
            ["photo"] = new JsonArray(Photo($"small-{_ann}", 10), Photo($"photo-{_ann}", 90)),
            ["caption"] = "look at this " + TelegramHome.Answer("nice"),
        });

        await _telegram.ReceivedAsync(_ann, static text => text == "nice");
        var file = AttachedFile(_telegram.Asked("look at this [[stub"), "image/png");
        Assert.Equal(s_png, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_document_keeps_its_name_and_content()
    {
        var content = "%PDF-1.4 not much of one"u8.ToArray();
        _telegram.Bot.AddFile($"doc-{_ann}", content, $"documents/{_ann}.pdf");
        Push(new JsonObject
        {
            ["document"] = new JsonObject
            {
                ["file_id"] = $"doc-{_ann}", ["file_unique_id"] = $"u{_ann}", ["file_name"] = "report 2026.pdf", ["mime_type"] = "application/pdf", ["file_size"] = content.Length,
            },
            ["caption"] = "read this " + TelegramHome.Answer("done"),
        });

        await _telegram.ReceivedAsync(_ann, static text => text == "done");
        var file = AttachedFile(_telegram.Asked("read this [[stub"), "application/pdf");
        Assert.StartsWith("report_2026---", Path.GetFileName(file), StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_voice_note_comes_as_a_file_that_can_be_listened_to()
    {
        _telegram.Bot.AddFile($"voice-{_ann}", Ogg, $"voice/{_ann}.oga");
        Push(new JsonObject
        {
            ["voice"] = new JsonObject { ["file_id"] = $"voice-{_ann}", ["file_unique_id"] = $"v{_ann}", ["duration"] = 1, ["mime_type"] = "audio/ogg", ["file_size"] = Ogg.Length },
            ["caption"] = "listen " + TelegramHome.Answer("heard"),
        });

        await _telegram.ReceivedAsync(_ann, static text => text == "heard");
        AttachedFile(_telegram.Asked("listen [[stub"), "audio/ogg");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_its_limit_and_the_text_is_not_lost()
    {
        Push(new JsonObject
        {
            ["document"] = new JsonObject { ["file_id"] = "large", ["file_unique_id"] = "ul", ["file_name"] = "film.mkv", ["file_size"] = 900_000_000 },
            ["caption"] = "too large " + TelegramHome.Answer("so be it"),
        });

        var notice = await _telegram.ReceivedAsync(_ann);
        Assert.True(notice["text"] == "so be it" || notice["text"]!.Contains("MB", StringComparison.Ordinal), notice["text"]);
        Assert.DoesNotContain(_telegram.Bot.CallsOf("getFile"), static call => call["file_id"] == "large");
    }

    [Fact]
    public async Task A_document_of_the_workspace_is_sent_with_the_text_under_it()
    {
        await File.WriteAllTextAsync(Path.Combine(_telegram.Home.Workspace, "notes.txt"), "remember the milk", TestContext.Current.CancellationToken);
        _telegram.Say(_ann, "the list, please " + TelegramHome.Answer("Here it is\nMEDIA:./notes.txt"));

        var sent = await _telegram.Bot.WaitForAsync("sendDocument", call => call.Ok && call.Number("chat_id") == _ann, TelegramHome.Patience);
        Assert.Equal("Here it is", sent["caption"]);
        Assert.Equal("remember the milk", Encoding.UTF8.GetString(sent.Files["document"].Content));
        Assert.Equal("notes.txt", sent.Files["document"].FileName);
    }

    [Fact]
    public async Task A_picture_of_the_workspace_is_sent_as_a_photo()
    {
        await File.WriteAllBytesAsync(Path.Combine(_telegram.Home.Workspace, "chart.png"), s_png, TestContext.Current.CancellationToken);
        _telegram.Say(_ann, "the chart, please " + TelegramHome.Answer("The chart\nMEDIA:./chart.png"));

        var sent = await _telegram.Bot.WaitForAsync("sendPhoto", call => call.Ok && call.Number("chat_id") == _ann, TelegramHome.Patience);
        Assert.Equal("The chart", sent["caption"]);
        Assert.NotEmpty(sent.Files["photo"].Content);
    }

    [Fact]
    public async Task A_recording_that_is_to_be_a_voice_note_is_sent_as_one()
    {
        await File.WriteAllBytesAsync(Path.Combine(_telegram.Home.Workspace, "hello.ogg"), Ogg, TestContext.Current.CancellationToken);
        _telegram.Say(_ann, "say it " + TelegramHome.Answer("[[audio_as_voice]]\nMEDIA:./hello.ogg"));

        await _telegram.Bot.WaitForAsync("sendVoice", call => call.Ok && call.Number("chat_id") == _ann, TelegramHome.Patience);
    }

    // The head of an Ogg stream with Opus in it.
    private static byte[] Ogg { get; } =
        [.. "OggS"u8, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 19, .. "OpusHead"u8, 1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0];

    private void Push(JsonObject content) => _telegram.Say(_ann, string.Empty, content);

    private static JsonObject Photo(string id, int side) => new()
    {
        ["file_id"] = id, ["file_unique_id"] = "u" + id, ["width"] = side, ["height"] = side, ["file_size"] = 68,
    };

    /// <summary>The path in <c>[media attached: /path (mime)…]</c>.</summary>
    private static string AttachedFile(string asked, string mime)
    {
        const string Opening = "[media attached: ";
        var at = asked.IndexOf(Opening, StringComparison.Ordinal);
        Assert.True(at >= 0, asked);
        var note = asked[(at + Opening.Length)..];
        Assert.Contains($"({mime}", note, StringComparison.Ordinal);
        return note[..note.IndexOf(" (", StringComparison.Ordinal)];
    }
}
