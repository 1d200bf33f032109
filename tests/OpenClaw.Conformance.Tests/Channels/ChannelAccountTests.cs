namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>Commands while no gateway runs.</summary>
[Trait("Category", "Acceptance")]
public sealed class ChannelAccountTests
{
    [Fact]
    public async Task Without_a_gateway_the_status_is_what_the_config_says()
    {
        await using var telegram = await TelegramHome.PrepareAsync();

        var status = await telegram.RunAsync("channels", "status");

        Assert.Equal(0, status.ExitCode);
        Assert.Contains("Telegram default", status.Output, StringComparison.Ordinal);
        Assert.Empty(telegram.Bot.Calls);
    }
}
