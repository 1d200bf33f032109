using System.Text.Json.Nodes;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Telegram;
using OpenClaw.Channels.Tests.Telegram.Support;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class ActionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reaction_is_set_and_taken_away()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;

        var added = await run.Account.ActAsync(Action("react") with { MessageId = "5", Emoji = "👍" }, Ct);
        var removed = await run.Account.ActAsync(Action("react") with { MessageId = "5" }, Ct);

        Assert.Equal("👍", added.Result!["added"]!.GetValue<string>());
        Assert.True(removed.Result!["removed"]!.GetValue<bool>());
        var calls = bench.Server.CallsOf("setMessageReaction");
        Assert.Equal("👍", calls[0].Params["reaction"]![0]!["emoji"]!.GetValue<string>());
        Assert.Equal(("[]", "5", "777"), (calls[1]["reaction"], calls[1]["message_id"], calls[1]["chat_id"]));
    }

    [Theory]
    [InlineData("""{"reactionLevel":"ack"}""", "react", "reactionLevel")]
    [InlineData("""{"reactionLevel":"off"}""", "react", "reactionLevel")]
    [InlineData("""{"actions":{"reactions":false}}""", "react", "actions.reactions")]
    [InlineData("""{"actions":{"deleteMessage":false}}""", "delete", "actions.deleteMessage")]
    [InlineData("{}", "sticker", "actions.sticker")]
    [InlineData("{}", "sticker-search", "actions.sticker")]
    public async Task What_the_owner_did_not_switch_on_is_refused_by_name(string telegram, string action, string setting)
    {
        var (bench, run) = await TelegramBench.StartAsync(telegram);
        await using var _ = bench;
        var before = bench.Server.Calls.Count(c => c.Method != "getUpdates");

        var result = await run.Account.ActAsync(Action(action) with { MessageId = "5", Emoji = "👍" }, Ct);

        Assert.Equal(SendFaultKind.Unsupported, result.Fault!.Kind);
        Assert.Contains(setting, result.Fault.Message);
        Assert.Equal(before, bench.Server.Calls.Count(c => c.Method != "getUpdates"));
    }

    [Fact]
    public async Task An_acknowledgement_of_the_gateway_is_no_reaction_of_an_agent()
    {
        var (bench, run) = await TelegramBench.StartAsync("""{"reactionLevel":"off"}""");
        await using var _ = bench;

        Assert.True((await run.Account.ActAsync(Action("react") with { MessageId = "5", Emoji = "👀", IsAutomatic = true }, Ct)).Ok);
    }

    [Fact]
    public async Task An_edit_keeps_or_removes_the_buttons()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;

        await run.Account.ActAsync(Action("edit") with { MessageId = "5", Text = "**new**" }, Ct);
        await run.Account.ActAsync(Action("edit") with { MessageId = "5", Text = "new", Buttons = [] }, Ct);
        await run.Account.ActAsync(Action("edit") with { MessageId = "5", Buttons = [[new MessageButton("A", "a")]] }, Ct);

        var texts = bench.Server.CallsOf("editMessageText");
        Assert.Equal(("<b>new</b>", null), (texts[0]["text"], texts[0]["reply_markup"]));
        Assert.Equal("""{"inline_keyboard":[]}""", texts[1]["reply_markup"]);
        Assert.Equal("""{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}""", Assert.Single(bench.Server.CallsOf("editMessageReplyMarkup"))["reply_markup"]);
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_done_and_one_that_cannot_be_read_goes_plain()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.Fail("editMessageText", BotApiFailure.Bad("message is not modified: specified new message content is the same"));
        Assert.True((await run.Account.ActAsync(Action("edit") with { MessageId = "5", Text = "same" }, Ct)).Ok);

        bench.Server.Fail("editMessageText", BotApiFailure.Bad("can't parse entities: oh"));
        Assert.True((await run.Account.ActAsync(Action("edit") with { MessageId = "5", Text = "**x**" }, Ct)).Ok);

        Assert.Equal(("x", null), (bench.Server.CallsOf("editMessageText")[^1]["text"], bench.Server.CallsOf("editMessageText")[^1]["parse_mode"]));
    }

    [Fact]
    public async Task Typing_names_the_General_topic_too()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;

        await run.Account.ActAsync(Action("typing") with { ThreadId = "1" }, Ct);
        await run.Account.ActAsync(Action("recording"), Ct);

        var calls = bench.Server.CallsOf("sendChatAction");
        Assert.Equal(("typing", "1"), (calls[0]["action"], calls[0]["message_thread_id"]));
        Assert.Equal(("record_voice", null), (calls[1]["action"], calls[1]["message_thread_id"]));
    }

    [Fact]
    public async Task A_draft_needs_a_bot_with_topics()
    {
        await using var bench = await TelegramBench.CreateAsync();
        await using var run = bench.Start();
        await bench.UntilAsync(() => run.Account.IsReady);
        var draft = Action("draft") with { ThreadId = "9", MessageId = "100", Text = "so far" };
        Assert.True((await run.Account.ActAsync(draft, Ct)).Ok);
        await run.StopAsync();
        bench.Server.Bot["has_topics_enabled"] = false;
        await using var other = bench.Start();
        await bench.UntilAsync(() => other.Account.IsReady);

        var refused = await other.Account.ActAsync(draft, Ct);

        Assert.Equal(SendFaultKind.Unsupported, refused.Fault!.Kind);
        var call = Assert.Single(bench.Server.CallsOf("sendMessageDraft"));
        Assert.Equal(("100", "so far", "9", null), (call["draft_id"], call["text"], call["message_thread_id"], call["parse_mode"]));
    }

    [Fact]
    public async Task A_message_is_deleted_and_a_number_that_is_none_is_named()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;

        Assert.True((await run.Account.ActAsync(Action("delete") with { MessageId = "5" }, Ct)).Ok);
        var refused = await run.Account.ActAsync(Action("delete") with { MessageId = "five" }, Ct);

        Assert.Contains("messageId", refused.Fault!.Message);
        Assert.Single(bench.Server.CallsOf("deleteMessage"));
    }

    [Fact]
    public async Task Stickers_that_were_described_are_found_and_sent()
    {
        var (bench, run) = await TelegramBench.StartAsync("""{"actions":{"sticker":true}}""");
        await using var _ = bench;
        bench.Channel.Stickers.Remember(new("🐈", "Cats", "f1", "u1"), "a cat sleeps in the sun", "Ann");
        bench.Channel.Stickers.Remember(new("🐕", "Dogs", "f2", "u2"), "a dog runs", "Ann");

        var found = await run.Account.ActAsync(Action("sticker-search") with { More = new JsonObject { ["query"] = "sleeping cat", ["limit"] = 3 } }, Ct);
        var sent = await run.Account.ActAsync(Action("sticker") with { More = new JsonObject { ["stickerId"] = new JsonArray("f1"), ["replyTo"] = "7" } }, Ct);

        Assert.Equal("f1", Assert.Single(found.Result!["stickers"]!.AsArray())!["fileId"]!.GetValue<string>());
        Assert.True(sent.Ok, sent.Fault?.Message);
        var call = Assert.Single(bench.Server.CallsOf("sendSticker"));
        Assert.Equal(("f1", "7"), (call["sticker"], call["reply_to_message_id"]));
        Assert.Contains("\"version\": 1", await File.ReadAllTextAsync(bench.StateFile("sticker-cache.json"), Ct));
    }

    [Fact]
    public async Task The_menu_holds_commands_and_the_owners_own_and_never_more_than_Telegram_takes()
    {
        await using var bench = await TelegramBench.CreateAsync("""{"customCommands":[{"command":"backup","description":"Back up"},{"command":"status","description":"not mine"}]}""");
        bench.Commands = [new TelegramCommand("status", "Show status"), new("send-mail", "Mail"), new("wrong name", "x"), new("empty", "")];
        await using var run = bench.Start();
        await bench.UntilAsync(() => bench.Server.Commands is not null);
        Assert.Equal(
            """[{"command":"status","description":"Show status"},{"command":"send_mail","description":"Mail"},{"command":"backup","description":"Back up"}]""",
            bench.Server.Commands!.ToJsonString());
        await run.StopAsync();

        bench.Commands = [.. Enumerable.Range(0, 150).Select(n => new TelegramCommand($"c{n}", "x"))];
        await using var again = bench.Start();
        await bench.Server.WaitForCountAsync("setMyCommands", 2);

        Assert.Equal(100, bench.Server.Commands!.Count);
        Assert.Contains("52 more were left out", bench.Log);
    }

    [Fact]
    public async Task Without_native_commands_the_menu_is_emptied_and_a_menu_that_fails_stops_nothing()
    {
        await using var bench = await TelegramBench.CreateAsync("""{"commands":{"native":false}}""");
        bench.Commands = [new TelegramCommand("status", "Show status")];
        await using var run = bench.Start();
        await bench.UntilAsync(() => bench.Server.Commands is not null);
        Assert.Empty(bench.Server.Commands!);
        await run.StopAsync();

        bench.Server.Fail("setMyCommands", BotApiFailure.Bad("BOT_COMMANDS_TOO_MUCH"));
        await using var again = bench.Start();
        await bench.UntilAsync(() => again.Account.IsReady && bench.Server.CallsOf("getUpdates").Count > 1);

        Assert.Contains("BOT_COMMANDS_TOO_MUCH", bench.Log);
    }

    private static ChannelAction Action(string name) => new() { Name = name, ChatId = "777" };
}
