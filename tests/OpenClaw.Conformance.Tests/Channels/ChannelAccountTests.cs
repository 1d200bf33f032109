using System.Text.Json.Nodes;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>Accounts that come and go while the gateway runs, and commands while it does not.</summary>
[Trait("Category", "Acceptance")]
public sealed class ChannelAccountTests
{
    [Fact]
    [Trait("Runbook", "D1")]
    public async Task An_account_that_is_added_starts_by_itself_and_one_that_is_removed_stops_and_others_do_not_notice()
    {
        await using var bots = await TwoBots.StartAsync(static accounts => ((JsonObject)accounts["spare"]!).Remove("botToken"));
        var telegram = bots.Main;
        var startedAt = (await bots.AccountAsync("main"))["lastStartAt"]!.GetValue<long>();
        Assert.Empty(bots.Spare.Calls);

        var added = await telegram.RunAsync("channels", "add", "--channel", "telegram", "--token", TwoBots.SpareToken, "--account", "spare");
        Assert.True(added.ExitCode == 0, added.Output + added.Errors);
        Assert.Contains("Added Telegram account \"spare\".", added.Output, StringComparison.Ordinal);
        await bots.AssertSpareAnswersAsync();

        var removed = await telegram.RunAsync("channels", "remove", "--channel", "telegram", "--account", "spare", "--delete");
        Assert.True(removed.ExitCode == 0, removed.Output + removed.Errors);
        await TelegramHome.UntilAsync(
            async () => (await telegram.JsonAsync("channels", "status", "--json"))["channelAccounts"]!["telegram"]!.AsArray().Count == 1,
            () => telegram.Gateway.Output);
        Assert.Equal(startedAt, (await bots.AccountAsync("main"))["lastStartAt"]!.GetValue<long>());
        telegram.Say(55, "still there? " + TelegramHome.Answer("of course"));
        await telegram.ReceivedAsync(55, static text => text == "of course");
    }

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
