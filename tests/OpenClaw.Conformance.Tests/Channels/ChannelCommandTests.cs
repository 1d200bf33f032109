using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>What the owner's commands show and do while the gateway runs.</summary>
[Trait("Category", "Acceptance")]
public sealed class ChannelCommandTests(TelegramFixture fixture) : IClassFixture<TelegramFixture>
{
    private readonly TelegramHome _telegram = fixture.Telegram;
    private readonly long _ann = fixture.NewPerson();

    [Fact]
    [Trait("Runbook", "D1")]
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
}
