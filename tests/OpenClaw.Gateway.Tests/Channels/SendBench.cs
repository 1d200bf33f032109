using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Channels;

/// <summary>A gateway with a scripted Telegram and WhatsApp, and a client of it.</summary>
internal sealed class SendBench : IAsyncDisposable
{
    private const string Config = """
        {
          gateway: { mode: "local", auth: { mode: "token", token: "test-token-1" } },
          channels: {
            telegram: { botToken: "1:a", retry: { attempts: 1 } },
            whatsapp: { allowFrom: ["+4511111111"] },
          },
          TOOLS
        }
        """;

    private SendBench(TestGateway gateway, TestClient client) => (Gateway, Client) = (gateway, client);

    public TestGateway Gateway { get; }

    public TestClient Client { get; }

    public required ScriptedChannel Telegram { get; init; }

    public required ScriptedChannel WhatsApp { get; init; }

    public ScriptedAccount TelegramAccount => Telegram.Opened[^1];

    public ScriptedAccount WhatsAppAccount => WhatsApp.Opened[^1];

    public static async Task<SendBench> StartAsync(string more = "", Func<ScriptedAccount, CancellationToken, Task>? telegram = null)
    {
        var channels = new[]
        {
            new ScriptedChannel("telegram")
            {
                Capabilities = new ChannelCapabilities
                {
                    ChatTypes = ["direct", "group"], PairingIdLabel = "telegramUserId", Polls = true, PollMaxOptions = 10, Reactions = true, Edit = true, Delete = true,
                    Actions = ["send", "react", "edit", "delete", "sticker"],
                },
            },
            new ScriptedChannel("whatsapp")
            {
                Capabilities = new ChannelCapabilities
                {
                    ChatTypes = ["direct", "group"], PairingIdLabel = "whatsappSenderId", Polls = true, Reactions = true, Actions = ["react", "poll"],
                },
            },
        };
        if (telegram is not null)
            channels[0].Script("default", telegram);
        var gateway = await TestGateway.StartOnFileAsync(Config.Replace("TOOLS", more, StringComparison.Ordinal), options => options with { Channels = channels });
        var bench = new SendBench(gateway, await gateway.ConnectAsync()) { Telegram = channels[0], WhatsApp = channels[1] };
        await UntilAsync(() => channels.All(channel => channel.Opened.Count == 1 && (telegram is not null || channel.Opened[0].IsReady)));
        return bench;
    }

    /// <summary>The answer to a request: its payload, or its error.</summary>
    public async Task<JsonObject> AskAsync(string method, string parameters)
    {
        var answer = await Client.RequestAsync(method, JsonNode.Parse(parameters));
        return (answer["payload"] ?? answer["error"])!.AsObject();
    }

    public async Task PatchAsync(string raw)
    {
        var hash = (string?)(await Client.RequestAsync("config.get"))["payload"]!["hash"];
        var answer = await Client.RequestAsync("config.patch", new JsonObject { ["raw"] = raw, ["baseHash"] = hash });
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
    }

    public static async Task UntilAsync(Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
            await Task.Delay(10, deadline.Token);
    }

    /// <summary>What the transcript of a session says was sent to its people.</summary>
    public async Task<IReadOnlyList<string>> MirroredAsync(string session)
    {
        await Gateway.Parts.Tools.Mirror.SettledAsync();
        var sessions = Gateway.Parts.Conversations.Sessions;
        return sessions.Find(session) is { } entry && sessions.Transcript(session, entry) is { } transcript
            ? [.. transcript.Read().Entries.Where(static line => line.Role == "assistant").Select(static line => line.Message!.Value.GetProperty("content")[0].GetProperty("text").GetString()!)]
            : [];
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
