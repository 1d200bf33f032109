using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Processes;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>What the owner's commands show and do while the gateway runs.</summary>
[Trait("Category", "Acceptance")]
[Trait("Runbook", "D3")]
public sealed class ChannelCommandTests(TelegramFixture fixture) : IClassFixture<TelegramFixture>
{
    private readonly TelegramHome _telegram = fixture.Telegram;
    private readonly long _ann = fixture.NewPerson();

    [Fact]
    public async Task Channels_status_shows_every_account_and_asks_Telegram_when_told_to()
    {
        var status = await _telegram.RunAsync("channels", "status", "--probe");

        Assert.Equal(0, status.ExitCode);
        Assert.Contains("Gateway reachable.", status.Output, StringComparison.Ordinal);
        var line = status.Output.Split('\n').Single(static l => l.Contains("Telegram default:", StringComparison.Ordinal));
        foreach (var part in new[] { "enabled", "configured", "running", "mode:polling", "bot:@claw_bot", "token:config", "works" })
            Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.DoesNotContain(_telegram.Bot.Token, status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_list_reads_the_config_alone()
    {
        var list = await _telegram.RunAsync("channels", "list");

        Assert.Equal(0, list.ExitCode);
        Assert.Contains("- Telegram default: configured, token=config, enabled", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_and_status_tell_of_the_channel()
    {
        var health = await _telegram.JsonAsync("health", "--json");
        Assert.True(health["channels"]!["telegram"]!["configured"]!.GetValue<bool>());
        Assert.True(health["channels"]!["telegram"]!["running"]!.GetValue<bool>());

        var status = await _telegram.RunAsync("status");
        Assert.Equal(0, status.ExitCode);
        Assert.Contains("Telegram", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_waits_when_everything_was_answered()
    {
        _telegram.Say(_ann, "hello " + TelegramHome.Answer("hello yourself"));
        await _telegram.ReceivedAsync(_ann);

        Cli? queue = null;
        await TelegramHome.UntilAsync(
            async () => (queue = await _telegram.RunAsync("channels", "queue", "list")).Output.Contains("Inbox: 0 · Outbox: 0 · Failed: 0", StringComparison.Ordinal),
            () => queue?.Output ?? "");
    }

    [Fact]
    public async Task A_message_can_be_sent_changed_reacted_to_and_deleted()
    {
        var sent = await _telegram.JsonAsync("message", "send", "--channel", "telegram", "--target", $"{_ann}", "--message", "**from** the shell", "--json");
        Assert.Equal("send", sent["action"]!.GetValue<string>());
        Assert.Equal("telegram", sent["channel"]!.GetValue<string>());
        var call = await _telegram.ReceivedAsync(_ann);
        Assert.Equal("<b>from</b> the shell", call["text"]);
        var id = call.Answer!["result"]!["message_id"]!.ToString();
        Assert.Contains($"\"{id}\"", sent.ToJsonString(), StringComparison.Ordinal);

        await SucceedAsync("message", "edit", "--channel", "telegram", "--target", $"{_ann}", "--message-id", id, "--message", "changed");
        var edited = await _telegram.Bot.WaitForAsync("editMessageText", c => c["message_id"] == id, TelegramHome.Patience);
        Assert.Equal("changed", edited["text"]);

        await SucceedAsync("message", "react", "--channel", "telegram", "--target", $"{_ann}", "--message-id", id, "--emoji", "👍");
        var reaction = await _telegram.Bot.WaitForAsync("setMessageReaction", c => c["message_id"] == id, TelegramHome.Patience);
        Assert.Contains("👍", JsonNode.Parse(reaction["reaction"]!)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

        await SucceedAsync("message", "delete", "--channel", "telegram", "--target", $"{_ann}", "--message-id", id);
        await _telegram.Bot.WaitForAsync("deleteMessage", c => c["message_id"] == id, TelegramHome.Patience);
    }

    [Fact]
    public async Task A_refusal_of_Telegram_is_told_with_its_cause()
    {
        _telegram.Bot.Fail("sendMessage", BotApiFailure.Bad("chat not found"), when: call => call.Number("chat_id") == _ann);

        var result = await _telegram.RunAsync("message", "send", "--channel", "telegram", "--target", $"{_ann}", "--message", "hello?");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("chat not found", result.Errors, StringComparison.OrdinalIgnoreCase);
    }

    private async Task SucceedAsync(params string[] arguments)
    {
        var result = await _telegram.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"openclaw {string.Join(' ', arguments)}: exit {result.ExitCode}\n{result.Output}\n{result.Errors}");
    }
}
