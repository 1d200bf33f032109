using OpenClaw.Testing.Telegram;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>What the owner sees, and what is lost (nothing), when Telegram says no or is away.</summary>
[Trait("Category", "Acceptance")]
public sealed class TelegramFaultTests
{
    [Fact]
    public async Task A_second_program_with_the_same_token_is_named_and_the_other_bot_runs_on()
    {
        await using var bots = await TwoBots.StartAsync();
        bots.Main.Bot.Fail("getUpdates", new BotApiFailure(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"), times: 100);

        var error = await bots.ErrorAsync("main", "409");
        Assert.Contains("main", error, StringComparison.Ordinal);
        Assert.Contains("another program", error, StringComparison.Ordinal);
        var health = await bots.Main.JsonAsync("health", "--json");
        Assert.Contains("409", health["channels"]!["telegram"]!.ToJsonString(), StringComparison.Ordinal);
        await bots.AssertSpareAnswersAsync();
    }

    [Fact]
    public async Task A_revoked_token_is_named_with_its_setting_and_the_other_bot_runs_on()
    {
        await using var bots = await TwoBots.StartAsync();
        var token = bots.Main.Bot.Token;
        bots.Main.Bot.Revoke();

        var error = await bots.ErrorAsync("main", "401");
        Assert.Contains("main", error, StringComparison.Ordinal);
        Assert.Contains("channels.telegram.accounts.main.botToken", error, StringComparison.Ordinal);
        Assert.Contains("@BotFather", error, StringComparison.Ordinal);
        Assert.DoesNotContain(token, error, StringComparison.Ordinal);
        Assert.False((await bots.AccountAsync("main"))["running"]!.GetValue<bool>());
        await bots.AssertSpareAnswersAsync();
        Assert.DoesNotContain(token, bots.Main.Gateway.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_ready_while_the_network_is_down_is_sent_when_it_is_back()
    {
        await using var bots = await TwoBots.StartAsync();
        var telegram = bots.Main;
        telegram.Say(55, "think " + TelegramHome.Answer("at last", chunks: 7, delayMs: 150));
        await TelegramHome.UntilAsync(() => Task.FromResult(telegram.TimesAsked("think [[stub") > 0), () => telegram.Gateway.Output);
        telegram.Bot.GoDown();
        await TelegramHome.UntilAsync(
            async () => (await telegram.JsonAsync("channels", "queue", "list", "--json"))["counts"]!["outbox"]!.GetValue<int>() > 0,
            () => telegram.Gateway.Output);
        await bots.AssertSpareAnswersAsync();

        telegram.Bot.ComeBack();
        await telegram.ReceivedAsync(55, static text => text == "at last");
        telegram.Say(55, "are you back? " + TelegramHome.Answer("I am"));
        await telegram.ReceivedAsync(55, static text => text == "I am");
        Assert.Equal(["at last", "I am"], telegram.Received(55).Select(static call => call["text"]));
    }
}
