using System.Text.Json.Nodes;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>A gateway with two bots, <c>main</c> and <c>spare</c>, so that it shows whether the trouble of one is the trouble of the other.</summary>
internal sealed class TwoBots : IAsyncDisposable
{
    public const string SpareToken = "220201543:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    private TwoBots(TelegramHome main, BotApiServer spare)
    {
        Main = main;
        Spare = spare;
    }

    public TelegramHome Main { get; }

    public BotApiServer Spare { get; }

    /// <param name="change">Last changes of <c>channels.telegram.accounts</c>.</param>
    public static async Task<TwoBots> StartAsync(Action<JsonObject>? change = null)
    {
        var spare = await BotApiServer.StartAsync(SpareToken);
        spare.LongestPoll = TimeSpan.FromMilliseconds(500);
        var main = await TelegramHome.StartAsync((home, config) =>
        {
            home.Bot.LongestPoll = TimeSpan.FromMilliseconds(500);
            var accounts = new JsonObject { ["main"] = TelegramHome.Account(home.Bot), ["spare"] = TelegramHome.Account(spare) };
            change?.Invoke(accounts);
            config["channels"] = new JsonObject { ["telegram"] = new JsonObject { ["accounts"] = accounts } };
        });
        return new TwoBots(main, spare);
    }

    /// <summary>An account as <c>channels status --json</c> shows it.</summary>
    public async Task<JsonNode> AccountAsync(string id)
    {
        var status = await Main.JsonAsync("channels", "status", "--json");
        return status["channelAccounts"]!["telegram"]!.AsArray().Single(a => a!["accountId"]!.GetValue<string>() == id)!;
    }

    /// <summary>Waits until an account's error says something.</summary>
    public async Task<string> ErrorAsync(string id, string says)
    {
        JsonNode? account = null;
        await TelegramHome.UntilAsync(
            async () => (account = await AccountAsync(id))["lastError"]?.GetValue<string>().Contains(says, StringComparison.Ordinal) == true,
            () => $"{account?.ToJsonString()}\n{Main.Gateway.Output}");
        return account!["lastError"]!.GetValue<string>();
    }

    public async Task AssertSpareAnswersAsync()
    {
        Spare.Push(BotUpdates.Text(66, "and you? " + TelegramHome.Answer("I am fine")));
        await Spare.WaitForAsync("sendMessage", static call => call.Ok && call["text"] == "I am fine", TelegramHome.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Main.DisposeAsync();
        await Spare.DisposeAsync();
    }
}
