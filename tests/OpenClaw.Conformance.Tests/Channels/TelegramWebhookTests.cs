using System.Net;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>Updates that Telegram posts instead of being asked for.</summary>
[Trait("Category", "Acceptance")]
public sealed class TelegramWebhookTests
{
    [Fact]
    public async Task Only_posts_with_the_secret_are_taken()
    {
        await using var telegram = await TelegramHome.StartAsync(static (_, config) =>
        {
            config["channels"]!["telegram"]!["webhookUrl"] = "https://bot.example.org/telegram-webhook";
            config["channels"]!["telegram"]!["webhookSecret"] = "a-secret-of-the-owner";
        });
        var set = await telegram.Bot.WaitForAsync("setWebhook", static call => call.Ok, TelegramHome.Patience);
        Assert.Equal("https://bot.example.org/telegram-webhook", set["url"]);
        Assert.Equal("a-secret-of-the-owner", set["secret_token"]);
        var page = new Uri(telegram.Gateway.HttpUri, "telegram-webhook");
        telegram.Say(77, "knock " + TelegramHome.Answer("come in"));

        Assert.NotEqual(HttpStatusCode.OK, Assert.Single(await telegram.Bot.DeliverAsync(page, "wrong")));
        Assert.NotEqual(HttpStatusCode.OK, Assert.Single(await telegram.Bot.DeliverAsync(page, "")));
        Assert.Empty(telegram.Model.Requests);
        Assert.Equal(HttpStatusCode.OK, Assert.Single(await telegram.Bot.DeliverAsync(page)));

        await telegram.ReceivedAsync(77, static text => text == "come in");
        Assert.Empty(telegram.Bot.CallsOf("getUpdates"));
        Assert.Single(telegram.Received(77));
    }
}
