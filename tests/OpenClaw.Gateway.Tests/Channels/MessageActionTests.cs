using OpenClaw.Channels.Outbound;

namespace OpenClaw.Gateway.Tests.Channels;

/// <summary><c>message.action</c>: what clients of 2026.9 and the command line do on channels.</summary>
public sealed class MessageActionTests
{
    [Fact, Trait("Runbook", "C9")]
    public async Task A_client_of_2026_9_sends_with_an_action()
    {
        await using var bench = await SendBench.StartAsync();
        const string Send = """
            {"channel":"telegram","action":"send","params":{"target":"telegram:777","to":"telegram:777","message":"hello","replyTo":12,"silent":true,
             "buttons":[[{"text":"Yes","callback_data":"y"},{"text":"broken"}]]},
             "senderIsOwner":true,"agentId":"main","conversationReadOrigin":"direct-operator","idempotencyKey":"k1"}
            """;

        var first = await bench.AskAsync("message.action", Send);
        var again = await bench.AskAsync("message.action", Send);

        Assert.Equal(("k1", "send", "telegram", "777", "m1", "777"), (
            (string?)first["runId"], (string?)first["action"], (string?)first["channel"], (string?)first["to"], (string?)first["messageId"], (string?)first["chatId"]));
        Assert.True((bool)first["ok"]!);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        var part = Assert.Single(bench.TelegramAccount.Sent);
        Assert.Equal(("hello", "12", true), (part.Text, part.ReplyToId, part.Silent));
        Assert.Equal("y", Assert.Single(Assert.Single(part.Buttons)).Data);
        Assert.Equal(["hello"], await bench.MirroredAsync("agent:main:main"));
    }

    [Fact]
    public async Task Messages_are_reacted_to_changed_and_removed()
    {
        await using var bench = await SendBench.StartAsync();

        var added = await bench.AskAsync("message.action", """{"channel":"telegram","action":"react","params":{"chatId":777,"messageId":5,"emoji":"👍"},"idempotencyKey":"k1"}""");
        var removed = await bench.AskAsync("message.action", """{"channel":"telegram","action":"react","params":{"chatId":777,"messageId":5,"remove":true},"idempotencyKey":"k2"}""");
        await bench.AskAsync("message.action", """{"channel":"telegram","action":"edit","params":{"to":"777","messageId":"5","message":"better","buttons":[]},"idempotencyKey":"k3"}""");
        await bench.AskAsync("message.action", """{"channel":"telegram","action":"delete","params":{"to":"777","messageId":"5"},"idempotencyKey":"k4"}""");

        Assert.Equal("""{"ok":true,"added":"👍"}""", Unescaped(added["result"]!.ToJsonString()));
        Assert.Equal("""{"ok":true,"removed":true}""", removed["result"]!.ToJsonString());
        Assert.Equal(["react", "react", "edit", "delete"], bench.TelegramAccount.Done.Select(static action => action.Name));
        Assert.All(bench.TelegramAccount.Done, static action => Assert.Equal(("777", "5"), (action.ChatId, action.MessageId)));
        Assert.Equal(["👍", "", "", ""], bench.TelegramAccount.Done.Select(static action => action.Emoji));
        Assert.Equal("better", bench.TelegramAccount.Done[2].Text);
        Assert.Empty(bench.TelegramAccount.Done[2].Buttons!);
    }

    [Theory]
    [InlineData("telegram", "pin", "pin is not supported by channel telegram; it can: send, poll, react, edit, delete")]
    [InlineData("whatsapp", "edit", "edit is not supported by channel whatsapp; it can: send, poll, react")]
    [InlineData("telegram", "sticker", "sticker is not supported by channel telegram")]
    [InlineData("telegram", "react", "react needs messageId")]
    [InlineData("telegram", "send", "message or media required")]
    public async Task What_cannot_be_done_is_said_with_what_can(string channel, string action, string message)
    {
        await using var bench = await SendBench.StartAsync();
        var to = channel == "telegram" ? "777" : "+4511111111";

        var error = await bench.AskAsync("message.action", $$"""{"channel":"{{channel}}","action":"{{action}}","params":{"to":"{{to}}"},"idempotencyKey":"k1"}""");

        Assert.Equal("INVALID_REQUEST", (string?)error["code"]);
        Assert.StartsWith("Error: " + message, (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_of_the_config_turns_an_action_off()
    {
        await using var bench = await SendBench.StartAsync();
        await bench.PatchAsync("""{ channels: { telegram: { actions: { deleteMessage: false } } } }""");

        var error = await bench.AskAsync("message.action", """{"channel":"telegram","action":"delete","params":{"to":"777","messageId":"5"},"idempotencyKey":"k1"}""");

        Assert.Contains("channels.telegram.actions.deleteMessage", (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_channel_the_only_one_is_meant_and_among_several_one_must_be_named()
    {
        await using var bench = await SendBench.StartAsync();

        var error = await bench.AskAsync("message.action", """{"action":"send","params":{"to":"777","message":"x"},"idempotencyKey":"k1"}""");

        Assert.Equal("Error: channel required; there are: telegram, whatsapp", (string?)error["message"]);
    }

    [Fact]
    public async Task A_dry_run_finds_the_recipient_and_does_nothing()
    {
        await using var bench = await SendBench.StartAsync();

        var dry = await bench.AskAsync("message.action", """{"channel":"telegram","action":"send","dryRun":true,"params":{"to":"t.me/ann_b","message":"x"},"idempotencyKey":"k1"}""");

        Assert.Equal(("@ann_b", true), ((string?)dry["to"], (bool?)dry["dryRun"]));
        Assert.Empty(bench.TelegramAccount.Sent);
    }

    [Fact]
    public async Task The_failure_of_an_action_has_the_code_of_its_class()
    {
        await using var bench = await SendBench.StartAsync();
        bench.TelegramAccount.Fault = new SendFault(SendFaultKind.Refused, "message to edit not found", PlatformCode: "400");

        var error = await bench.AskAsync("message.action", """{"channel":"telegram","action":"edit","params":{"to":"777","messageId":"5","message":"x"},"idempotencyKey":"k1"}""");

        Assert.Equal(("UNAVAILABLE", false, "400"), ((string?)error["code"], (bool?)error["retryable"], (string?)error["details"]!["platformCode"]));
    }

    private static string Unescaped(string json) => System.Text.RegularExpressions.Regex.Unescape(json);
}
