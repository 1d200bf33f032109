using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Telegram.Support;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Channels.Tests.Telegram;

public sealed class SendingTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_goes_out_as_HTML_and_comes_back_with_its_ids()
    {
        var (bench, run) = await TelegramBench.StartAsync("""{"linkPreview":false}""");
        await using var _ = bench;

        var result = await SendAsync(bench, run, Message("777", "**hej** <there>") with { Silent = true });

        var call = Assert.Single(bench.Server.CallsOf("sendMessage"));
        Assert.Equal(("<b>hej</b> &lt;there&gt;", "HTML", "777", "true"), (call["text"], call["parse_mode"], call["chat_id"], call["disable_notification"]));
        Assert.Equal("""{"is_disabled":true}""", call["link_preview_options"]);
        Assert.True(result.Ok);
        Assert.Equal("777", result.ChatId);
        Assert.NotNull(result.MessageId);
    }

    [Fact]
    public async Task Markup_that_Telegram_cannot_read_goes_out_plain()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.Fail("sendMessage", BotApiFailure.Bad("can't parse entities: Can't find end of the entity starting at byte offset 3"));

        var result = await SendAsync(bench, run, Message("777", "**hej**"));

        Assert.True(result.Ok);
        var calls = bench.Server.CallsOf("sendMessage");
        Assert.Equal(2, calls.Count);
        Assert.Equal(("hej", null), (calls[1]["text"], calls[1]["parse_mode"]));
    }

    [Fact]
    public async Task Telegram_that_asks_to_wait_is_a_fault_with_its_time_and_the_chat_is_left_alone()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.Fail("sendMessage", BotApiFailure.TooMany(30));

        var first = await run.Account.SendAsync(Part("777"), "1", Ct);
        var second = await run.Account.SendAsync(Part("777"), "1", Ct);
        var other = await run.Account.SendAsync(Part("888"), "2", Ct);
        bench.Time.Advance(TimeSpan.FromSeconds(31));
        var third = await run.Account.SendAsync(Part("777"), "1", Ct);

        Assert.Equal((SendFaultKind.RateLimited, TimeSpan.FromSeconds(30), true), (first.Fault!.Kind, first.Fault.RetryAfter, first.Fault.IsRetryable));
        Assert.Equal((SendFaultKind.RateLimited, TimeSpan.FromSeconds(30)), (second.Fault!.Kind, second.Fault.RetryAfter));
        Assert.True(other.Ok);
        Assert.True(third.Ok);
        Assert.Equal(3, bench.Server.CallsOf("sendMessage").Count);
    }

    [Theory]
    [InlineData(400, "Bad Request: chat not found", SendFaultKind.Refused, "has to write to the bot first")]
    [InlineData(403, "Forbidden: bot was blocked by the user", SendFaultKind.Refused, "blocked the bot")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", SendFaultKind.Refused, "member")]
    [InlineData(400, "Bad Request: message thread not found", SendFaultKind.Refused, "topic")]
    [InlineData(500, "Internal Server Error", SendFaultKind.Temporary, "trouble")]
    [InlineData(413, "Request Entity Too Large", SendFaultKind.TooLarge, "50 MB")]
    public async Task A_refusal_says_what_to_do(int code, string description, SendFaultKind kind, string words)
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.Fail("sendMessage", new BotApiFailure(code, description));

        var result = await run.Account.SendAsync(Part("777"), "1", Ct);

        Assert.Equal(kind, result.Fault!.Kind);
        Assert.Contains(words, result.Fault.Message);
        Assert.Contains("account default", result.Fault.Message);
    }

    [Fact]
    public async Task A_send_whose_answer_is_lost_may_have_been_taken()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        bench.Server.LoseAnswers("sendMessage");

        var result = await run.Account.SendAsync(Part("777"), "1", Ct);

        Assert.Equal((SendFaultKind.Temporary, true), (result.Fault!.Kind, result.Fault.IsUncertain));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_gets_the_message_at_its_new_id()
    {
        var (bench, run) = await TelegramBench.StartAsync("""{"groups":{"-55":{"requireMention":false},"*":{}}}""");
        await using var _ = bench;
        bench.Server.Fail("sendMessage", new BotApiFailure(400, "Bad Request: group chat was upgraded to a supergroup chat", new() { ["migrate_to_chat_id"] = -100055L }));

        var result = await SendAsync(bench, run, Message("-55", "hej"));
        await SendAsync(bench, run, Message("-55", "again"));

        Assert.Equal("-100055", result.ChatId);
        Assert.Equal(["-55", "-100055", "-100055"], bench.Server.CallsOf("sendMessage").Select(c => c["chat_id"]));
        var groups = bench.Store.Current.Resolved["channels"]!["telegram"]!["groups"]!.AsObject();
        Assert.Equal(["*", "-100055"], groups.Select(g => g.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Topics_and_answers_are_named_as_Telegram_wants_them()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;

        await SendAsync(bench, run, Message("-1001", "a") with { ThreadId = "42", ReplyToId = "7", IsReply = true });
        await SendAsync(bench, run, Message("-1002", "b") with { ThreadId = "1", ReplyToId = "8", QuoteText = "said" });

        var calls = bench.Server.CallsOf("sendMessage");
        Assert.Equal(("42", "7", "true"), (calls[0]["message_thread_id"], calls[0]["reply_to_message_id"], calls[0]["allow_sending_without_reply"]));
        Assert.Null(calls[1]["message_thread_id"]);
        Assert.Equal("""{"message_id":8,"quote":"said","allow_sending_without_reply":true}""", calls[1]["reply_parameters"]);
    }

    [Theory]
    [InlineData("first", "7,,")]
    [InlineData("all", "7,7,7")]
    [InlineData("off", ",,")]
    public async Task An_answer_is_threaded_as_configured(string mode, string expected)
    {
        await using var bench = await TelegramBench.CreateAsync($$"""{"replyToMode":"{{mode}}","chunkMode":"newline"}""");

        var plan = bench.Channel.Plan(Message("777", "a\n\nb\n\nc") with { ReplyToId = "7", IsReply = true }, bench.Store.Current);

        Assert.Equal(expected, string.Join(',', plan.Parts.Select(p => p.ReplyToId)));
    }

    [Fact]
    public async Task Buttons_hang_under_the_first_text_and_broken_ones_are_left_out()
    {
        var (bench, run) = await TelegramBench.StartAsync("""{"chunkMode":"newline"}""");
        await using var _ = bench;
        IReadOnlyList<IReadOnlyList<MessageButton>> rows = [[new("Yes", "/yes"), new("", "/x"), new("Long", new string('x', 65))], [new("", "")]];

        await SendAsync(bench, run, Message("777", "a\n\nb") with { Buttons = rows });

        var calls = bench.Server.CallsOf("sendMessage");
        Assert.Equal("""{"inline_keyboard":[[{"text":"Yes","callback_data":"/yes"}]]}""", calls[0]["reply_markup"]);
        Assert.Null(calls[1]["reply_markup"]);
    }

    [Fact]
    public async Task A_long_text_becomes_several_messages_with_a_second_between_them()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var plan = bench.Channel.Plan(Message("777", string.Join(' ', Enumerable.Repeat("word", 1500))), bench.Store.Current);
        Assert.Equal(2, plan.Parts.Count);

        Assert.True((await run.Account.SendAsync(plan.Parts[0], "1", Ct)).Ok);
        var second = run.Account.SendAsync(plan.Parts[1], "2", Ct);
        await Task.Yield();
        Assert.False(second.IsCompleted);
        bench.Time.Advance(s_second);

        Assert.True((await second).Ok);
    }

    [Fact]
    public async Task A_poll_keeps_to_the_limits_of_Telegram()
    {
        var (bench, run) = await TelegramBench.StartAsync();
        await using var _ = bench;
        var poll = new PollContent("Lunch?", ["Soup", "Bread"], 2);

        var result = await SendAsync(bench, run, Message("-1001", "") with { Poll = poll });
        var tooMany = bench.Channel.Plan(Message("-1001", "") with { Poll = poll with { Options = [.. Enumerable.Range(0, 11).Select(n => $"o{n}")] } }, bench.Store.Current);

        Assert.NotNull(result.PollId);
        var call = Assert.Single(bench.Server.CallsOf("sendPoll"));
        Assert.Equal(("Lunch?", """[{"text":"Soup"},{"text":"Bread"}]""", "true"), (call["question"], call["options"], call["allows_multiple_answers"]));
        Assert.Contains("at most 10", tooMany.Problem!.Message);
    }

    [Fact]
    public async Task An_account_that_is_not_connected_says_so_at_once()
    {
        await using var bench = await TelegramBench.CreateAsync();
        var account = bench.Channel.Open("default", bench.Host());
        await using var owned = account;

        var result = await account.SendAsync(Part("777"), "1", Ct);

        Assert.Equal(SendFaultKind.NotConnected, result.Fault!.Kind);
        Assert.Empty(bench.Server.Calls);
    }

    internal static OutboundMessage Message(string chat, string text) =>
        new() { Channel = "telegram", AccountId = "default", ChatId = chat, Text = text };

    internal static OutboundPart Part(string chat, string text = "hej") =>
        new() { Channel = "telegram", AccountId = "default", ChatId = chat, Kind = "text", Text = text };

    /// <summary>Every part, as the outbox does; the last result.</summary>
    internal static async Task<PartResult> SendAsync(TelegramBench bench, TelegramBench.Run run, OutboundMessage message)
    {
        var plan = bench.Channel.Plan(message, bench.Store.Current);
        Assert.Null(plan.Problem);
        var result = new PartResult(null);
        foreach (var part in plan.Parts)
        {
            var send = run.Account.SendAsync(part, "x", Ct);
            await bench.UntilAsync(() => send.IsCompleted, s_second);
            result = await send;
            if (!result.Ok)
                return result;
        }

        return result;
    }
}
