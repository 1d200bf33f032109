using System.Text.Json.Nodes;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Tests.Support;

namespace OpenClaw.Gateway.Tests.Channels;

/// <summary><c>send</c> and <c>poll</c> over the wire.</summary>
public sealed class SendTests
{
    [Fact]
    public async Task A_message_goes_out_and_its_session_knows_of_it()
    {
        await using var bench = await SendBench.StartAsync();

        var telegram = await bench.AskAsync("send", """{"to":"777","message":" hello ","channel":"Telegram","idempotencyKey":"k1"}""");
        var whatsapp = await bench.AskAsync("send", """{"to":"+45 11 11 11 11","message":"hi","idempotencyKey":"k2"}""");

        Assert.Equal("""{"runId":"k1","messageId":"m1","channel":"telegram","chatId":"777"}""", telegram.ToJsonString());
        Assert.Equal("""{"runId":"k2","messageId":"m1","channel":"whatsapp","toJid":"4511111111@s.whatsapp.net"}""", whatsapp.ToJsonString());
        Assert.Equal("hello", Assert.Single(bench.TelegramAccount.Sent).Text);
        Assert.Equal(["hello", "hi"], (await bench.MirroredAsync("agent:main:main")).Order());
    }

    [Fact]
    public async Task A_message_to_a_group_is_noted_in_the_session_of_the_group_or_in_the_one_that_is_named()
    {
        await using var bench = await SendBench.StartAsync();

        await bench.AskAsync("send", """{"to":"-100123:topic:42","message":"to the topic","channel":"telegram","idempotencyKey":"k1"}""");
        await bench.AskAsync("send", """{"to":"-100123","message":"elsewhere","channel":"telegram","sessionKey":"Agent:Main:Work","idempotencyKey":"k2"}""");

        Assert.Equal(("-100123", "42"), (bench.TelegramAccount.Sent[0].ChatId, bench.TelegramAccount.Sent[0].ThreadId));
        Assert.Equal(["to the topic"], await bench.MirroredAsync("agent:main:telegram:group:-100123:topic:42"));
        Assert.Equal(["elsewhere"], await bench.MirroredAsync("agent:main:work"));
    }

    [Fact, Trait("Runbook", "D3")]
    public async Task Complaint_7_a_key_is_sent_once_also_when_the_gateway_restarts_in_between()
    {
        await using var bench = await SendBench.StartAsync();
        const string Send = """{"to":"777","message":"hello","channel":"telegram","idempotencyKey":"k1"}""";

        var all = new List<JsonNode>();
        for (var i = 0; i < 5; i++)
            all.Add(await bench.AskAsync("send", Send));
        await bench.Gateway.RestartAsync();
        await SendBench.UntilAsync(() => bench.Telegram.Opened.Count == 2 && bench.TelegramAccount.IsReady);
        await using var client = await Support.ClientSteps.ConnectAsync(bench.Gateway);
        var later = await client.RequestAsync("send", JsonNode.Parse(Send));

        Assert.All(all, answer => Assert.Equal("m1", (string?)answer["messageId"]));
        Assert.Equal("m1", (string?)later["payload"]!["messageId"]);
        Assert.Single(bench.Telegram.Opened[0].Sent);
        Assert.Empty(bench.TelegramAccount.Sent);
        Assert.Equal(["hello"], await bench.MirroredAsync("agent:main:main"));
    }

    [Theory]
    [InlineData("carrier-pigeon", "x", "unsupported channel: carrier-pigeon")]
    [InlineData("webchat", "x", "unsupported channel: webchat")]
    [InlineData("discord", "x", "unsupported channel: discord")]
    [InlineData("whatsapp", "not a number", "Error: Delivering to WhatsApp requires target <E.164|group JID> or channels.whatsapp.allowFrom[0]")]
    [InlineData("telegram", "a b", "Error: Delivering to Telegram requires target <chatId>")]
    public async Task A_channel_or_recipient_that_is_none_is_an_invalid_request(string channel, string to, string message)
    {
        await using var bench = await SendBench.StartAsync();

        var error = await bench.AskAsync("send", $$"""{"to":"{{to}}","message":"hi","channel":"{{channel}}","idempotencyKey":"k1"}""");

        Assert.Equal("INVALID_REQUEST", (string?)error["code"]);
        Assert.StartsWith(message, (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_failure_says_when_to_come_back_and_the_same_key_is_tried_anew_a_refusal_is_told_again()
    {
        await using var bench = await SendBench.StartAsync();
        const string Passing = """{"to":"777","message":"hello","channel":"telegram","idempotencyKey":"k1"}""";
        const string Final = """{"to":"778","message":"hello","channel":"telegram","idempotencyKey":"k2"}""";
        bench.TelegramAccount.Fault = new SendFault(SendFaultKind.RateLimited, "Too Many Requests", TimeSpan.FromSeconds(40));
        var passing = await bench.AskAsync("send", Passing);
        bench.TelegramAccount.Fault = new SendFault(SendFaultKind.Refused, "chat not found", PlatformCode: "400");
        var final = await bench.AskAsync("send", Final);
        bench.TelegramAccount.Fault = null;

        Assert.Equal("""{"code":"UNAVAILABLE","message":"Error: Too Many Requests","retryable":true,"retryAfterMs":40000}""", passing.ToJsonString());
        Assert.Equal(
            """{"code":"UNAVAILABLE","message":"Error: chat not found","details":{"channel":"telegram","accountId":"default","platformCode":"400"},"retryable":false}""",
            final.ToJsonString());
        Assert.Equal("m1", (string?)(await bench.AskAsync("send", Passing))["messageId"]);
        Assert.Equal(final.ToJsonString(), (await bench.AskAsync("send", Final)).ToJsonString());
        Assert.Single(bench.TelegramAccount.Sent);
    }

    [Fact, Trait("Runbook", "D1")]
    public async Task An_account_that_is_not_connected_fails_at_once_and_keeps_nothing()
    {
        await using var bench = await SendBench.StartAsync(telegram: static (account, stop) => Task.Delay(Timeout.Infinite, stop));

        var error = await bench.AskAsync("send", """{"to":"777","message":"hello","channel":"telegram","idempotencyKey":"k1"}""");

        Assert.Equal(("UNAVAILABLE", true), ((string?)error["code"], (bool?)error["retryable"]));
        Assert.Empty((await bench.AskAsync("channels.queue", """{"action":"list","all":true}"""))["items"]!.AsArray());
    }

    [Fact, Trait("Runbook", "C6")]
    public async Task An_account_that_was_logged_out_is_not_linked()
    {
        await using var bench = await SendBench.StartAsync();

        bench.TelegramAccount.Fault = new SendFault(SendFaultKind.NotLinked, "logged out");
        var unlinked = await bench.AskAsync("send", """{"to":"777","message":"hello","channel":"telegram","idempotencyKey":"k2"}""");
        Assert.Equal(
            """{"code":"NOT_LINKED","message":"Error: logged out","details":{"channel":"telegram","accountId":"default"},"retryable":false}""", unlinked.ToJsonString());
    }

    [Fact, Trait("Runbook", "G5")]
    public async Task CVE_2026_44996_only_files_that_may_leave_the_machine_are_sent()
    {
        await using var bench = await SendBench.StartAsync();
        var state = bench.Gateway.Paths.StateDir;
        var outside = Path.Combine(state, "openclaw.json");
        var media = Path.Combine(state, "media", "outbound", "note.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(media)!);
        await File.WriteAllTextAsync(media, "hello", TestContext.Current.CancellationToken);

        var refused = await bench.AskAsync("send", new JsonObject { ["to"] = "777", ["message"] = "x", ["mediaUrl"] = outside, ["channel"] = "telegram", ["idempotencyKey"] = "k1" }.ToJsonString());
        var sent = await bench.AskAsync("send", new JsonObject { ["to"] = "777", ["message"] = "x", ["mediaUrl"] = media, ["channel"] = "telegram", ["idempotencyKey"] = "k2" }.ToJsonString());

        Assert.Contains("neither an address nor a file in", (string?)refused["message"], StringComparison.Ordinal);
        Assert.Equal("m1", (string?)sent["messageId"]);
        Assert.EndsWith("note.txt", Assert.Single(bench.TelegramAccount.Sent).Media, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_closed_by_policy_is_not_written_to()
    {
        await using var bench = await SendBench.StartAsync("""session: { sendPolicy: { rules: [{ action: "deny", match: { channel: "telegram" } }] } },""");

        var error = await bench.AskAsync("send", """{"to":"-100123","message":"hello","channel":"telegram","idempotencyKey":"k1"}""");

        Assert.Equal("send blocked by session policy", (string?)error["message"]);
        Assert.Empty(bench.TelegramAccount.Sent);
    }

    [Fact]
    public async Task A_poll_goes_out_on_channels_that_have_polls_within_their_limits()
    {
        await using var bench = await SendBench.StartAsync();
        var eleven = string.Join(',', Enumerable.Range(0, 11).Select(static i => $"\"{i}\""));

        var whatsapp = await bench.AskAsync("poll", """{"to":"120363@g.us","question":" Where? ","options":["a"," b "],"maxSelections":2,"idempotencyKey":"p1"}""");
        var telegram = await bench.AskAsync("poll", """{"to":"777","question":"Q","options":["a","b"],"channel":"telegram","idempotencyKey":"p2"}""");
        var tooMany = await bench.AskAsync("poll", $$"""{"to":"777","question":"Q","options":[{{eleven}}],"channel":"telegram","idempotencyKey":"p3"}""");
        var nowhere = await bench.AskAsync("poll", """{"to":"777","question":"Q","options":["a","b"],"channel":"signal","idempotencyKey":"p4"}""");

        Assert.Equal("""{"runId":"p1","messageId":"m1","channel":"whatsapp","toJid":"120363@g.us","pollId":"p1"}""", whatsapp.ToJsonString());
        Assert.Equal(("Where?", 2), (bench.WhatsAppAccount.Sent[0].Poll!.Question, bench.WhatsAppAccount.Sent[0].Poll!.MaxSelections));
        Assert.Equal("""{"runId":"p2","messageId":"m1","channel":"telegram","pollId":"p1"}""", telegram.ToJsonString());
        Assert.Contains("at most 10", (string?)tooMany["message"], StringComparison.Ordinal);
        Assert.Equal("unsupported poll channel: signal", (string?)nowhere["message"]);
        Assert.Equal("Q", Assert.Single(bench.TelegramAccount.Sent).Poll!.Question);
        Assert.Equal(["[poll] Q: a / b"], await bench.MirroredAsync("agent:main:main"));
    }

    [Fact, Trait("Runbook", "G2")]
    public async Task What_was_accepted_before_a_restart_is_sent_after_it()
    {
        await using var bench = await SendBench.StartAsync(telegram: static (_, stop) => Task.Delay(Timeout.Infinite, stop));
        var sending = bench.Gateway.Parts.Channels.Outbox.SendAsync(
            new OutboundMessage { Channel = "telegram", AccountId = "default", ChatId = "777", Text = "later" }, "answer:1", SendOptions.Answer, TestContext.Current.CancellationToken);
        await SendBench.UntilAsync(() => bench.Gateway.Parts.Channels.Journal.Counts.Outbox == 1);
        bench.Telegram.Script("default", ScriptedAccount.StayConnected);

        await bench.Gateway.RestartAsync();
        await SendBench.UntilAsync(() => bench.Telegram.Opened.Count == 2 && bench.TelegramAccount.Sent.Count == 1);

        Assert.False((await sending).Ok);
        Assert.Equal("later", bench.TelegramAccount.Sent[0].Text);
    }
}
