using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;
using OpenClaw.Testing.Telegram;

namespace OpenClaw.Conformance.Tests.Channels;

/// <summary>The real program on a private home, with a bot on a stand-in of Telegram and a model that does what the messages ask for.</summary>
internal sealed class TelegramHome : IAsyncDisposable
{
    /// <summary>How long a test waits for something that has to happen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private GatewayProcess? _gateway;

    private TelegramHome(StubModelServer model, BotApiServer bot)
    {
        Model = model;
        Bot = bot;
    }

    public PrivateHome Home { get; } = new();

    public StubModelServer Model { get; }

    public BotApiServer Bot { get; }

    public int Port { get; } = GatewayProcess.FreePort();

    public GatewayProcess Gateway => _gateway ?? throw new InvalidOperationException("the gateway was not started");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts everything. The bot answers everybody, each in a session of their own; <paramref name="change"/> may want it otherwise.</summary>
    public static async Task<TelegramHome> StartAsync(Action<TelegramHome, JsonObject>? change = null)
    {
        var home = await PrepareAsync(change);
        try
        {
            await home.StartGatewayAsync();
            return home;
        }
        catch
        {
            await home.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same without the gateway.</summary>
    public static async Task<TelegramHome> PrepareAsync(Action<TelegramHome, JsonObject>? change = null)
    {
        var home = new TelegramHome(await StubModelServer.StartAsync(Ct), await BotApiServer.StartAsync());
        var config = RecordedConfig.For(home.Home, home.Port, home.Model.Port);
        config["session"] = new JsonObject { ["dmScope"] = "per-channel-peer" };
        config["channels"] = new JsonObject { ["telegram"] = Account(home.Bot) };
        change?.Invoke(home, config);
        home.Home.WriteConfig(config);
        return home;
    }

    /// <summary>A section of the config for a bot that everybody may talk to, in groups when mentioned.</summary>
    public static JsonObject Account(BotApiServer bot) => new()
    {
        ["botToken"] = bot.Token,
        ["apiRoot"] = bot.Root,
        ["dmPolicy"] = "open",
        ["allowFrom"] = new JsonArray("*"),
        ["groupPolicy"] = "open",
        ["groups"] = new JsonObject { ["*"] = new JsonObject { ["requireMention"] = true } },
    };

    public async Task StartGatewayAsync() => _gateway = await GatewayProcess.StartAsync(Home, Port, Ct);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        await Gateway.SignalAsync("KILL", Ct);
        await Gateway.ExitCodeAsync(TimeSpan.FromSeconds(10), Ct);
        await ForgetGatewayAsync();
    }

    /// <summary>SIGTERM.</summary>
    public async Task<int?> StopAsync()
    {
        await Gateway.SignalAsync("TERM", Ct);
        var code = await Gateway.ExitCodeAsync(TimeSpan.FromSeconds(20), Ct);
        await ForgetGatewayAsync();
        return code;
    }

    public Task<Cli> RunAsync(params string[] arguments) => Cli.RunAsync(Home, Ct, arguments);

    /// <summary>A command with <c>--json</c> that has to succeed.</summary>
    public async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"openclaw {string.Join(' ', arguments)}: exit {result.ExitCode}\n{result.Output}\n{result.Errors}");
        return JsonNode.Parse(result.Output)!;
    }

    /// <summary>A private message; returns its id.</summary>
    public long Say(long from, string text, JsonObject? more = null)
    {
        var update = BotUpdates.Text(from, text, more: more);
        Bot.Push(update);
        return update["message"]!["message_id"]!.GetValue<long>();
    }

    /// <summary>What the model is to answer, as part of a message.</summary>
    public static string Answer(string text, int chunks = 1, int delayMs = 0) =>
        $"[[stub {new JsonObject { ["text"] = text, ["chunks"] = chunks, ["delayMs"] = delayMs }.ToJsonString()}]]";

    /// <summary>The first text that a chat got and that fits, now or later.</summary>
    public Task<BotApiCall> ReceivedAsync(long chat, Func<string, bool>? match = null) =>
        Bot.WaitForAsync("sendMessage", call => call.Ok && call.Number("chat_id") == chat && match?.Invoke(call["text"]!) != false, Patience);

    /// <summary>Every text that a chat got.</summary>
    public IReadOnlyList<BotApiCall> Received(long chat) => [.. Bot.CallsOf("sendMessage").Where(call => call.Ok && call.Number("chat_id") == chat)];

    /// <summary>What the model was asked with the last message that holds these words.</summary>
    public string Asked(string words) => LastUserText(Model.Requests.Last(r => LastUserText(r.Body).Contains(words, StringComparison.Ordinal)).Body);

    /// <summary>How often the model was asked with these words in the newest message.</summary>
    public int TimesAsked(string words) => Model.Requests.Count(r => LastUserText(r.Body).Contains(words, StringComparison.Ordinal));

    /// <summary>Waits for something that nothing tells of.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(started.Elapsed < Patience, otherwise());
            await Task.Delay(50, Ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetGatewayAsync();
        await Bot.DisposeAsync();
        await Model.DisposeAsync();
        Home.Dispose();
    }

    private async Task ForgetGatewayAsync()
    {
        if (_gateway is { } gateway)
            await gateway.DisposeAsync();
        _gateway = null;
    }

    private static string LastUserText(JsonObject body)
    {
        var last = body["messages"]!.AsArray().Last(static m => m!["role"]!.GetValue<string>() == "user")!["content"];
        return last is JsonArray parts
            ? string.Join('\n', parts.Select(static part => part!["text"]?.GetValue<string>() ?? ""))
            : last!.GetValue<string>();
    }
}
