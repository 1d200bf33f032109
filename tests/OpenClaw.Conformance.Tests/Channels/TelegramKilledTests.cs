namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>The gateway is ended with kill -9 at the worst moments, and started again.</summary>
[Trait("Category", "Acceptance")]
public sealed class TelegramKilledTests
{
    [Fact]
    [Trait("Runbook", "G2")]
    public async Task A_message_whose_answer_was_being_written_is_answered_once_after_the_restart()
    {
        await using var telegram = await TelegramHome.StartAsync();
        telegram.Say(55, "count " + TelegramHome.Answer("one two three", chunks: 3, delayMs: 400));
        await TelegramHome.UntilAsync(() => Task.FromResult(telegram.TimesAsked("count [[stub") > 0), () => telegram.Gateway.Output);
        await telegram.KillAsync();
        Assert.Empty(telegram.Received(55));

        await telegram.StartGatewayAsync();
        await telegram.ReceivedAsync(55, static text => text == "one two three");
        telegram.Say(55, "more? " + TelegramHome.Answer("no more"));
        await telegram.ReceivedAsync(55, static text => text == "no more");
        Assert.Single(telegram.Received(55), static call => call["text"] == "one two three");
        Assert.Equal(0, await telegram.StopAsync());
    }

    [Fact]
    [Trait("Runbook", "G2")]
    public async Task An_answer_that_was_being_sent_is_sent_after_the_restart()
    {
        await using var telegram = await TelegramHome.StartAsync();
        using (telegram.Bot.Hold("sendMessage"))
        {
            telegram.Say(55, "now " + TelegramHome.Answer("not lost"));
            await TelegramHome.UntilAsync(() => Task.FromResult(telegram.Bot.CallsOf("sendMessage").Count > 0), () => telegram.Gateway.Output);
            await telegram.KillAsync();
        }

        Assert.Empty(telegram.Received(55));
        await telegram.StartGatewayAsync();
        await telegram.ReceivedAsync(55, static text => text == "not lost");
        Assert.Equal(1, telegram.TimesAsked("now [[stub"));
    }

    [Fact]
    [Trait("Runbook", "G2")]
    public async Task What_was_written_while_the_gateway_was_away_is_answered_when_it_comes()
    {
        await using var telegram = await TelegramHome.StartAsync();
        Assert.Equal(0, await telegram.StopAsync());
        telegram.Say(55, "anybody? " + TelegramHome.Answer("here"));

        await telegram.StartGatewayAsync();
        await telegram.ReceivedAsync(55, static text => text == "here");
    }
}
