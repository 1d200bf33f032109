using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Channels.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

/// <summary>A gateway whose only model is a scripted server, and the requests conversations are made of.</summary>
internal static class Talk
{
    public static async Task<TestGateway> WithAsync(ModelServer server, TimeProvider? time = null)
    {
        var gateway = await TestGateway.StartAsync(time: time);
        gateway.ChangeConfig(config => config with
        {
            Agents = new AgentsConfig { Defaults = new AgentDefaultsConfig { Model = new ModelChoice("stub/stub-1") } },
            Models = new ModelsConfig
            {
                Mode = "replace",
                Providers = new Dictionary<string, ModelProviderConfig>
                {
                    ["stub"] = new()
                    {
                        BaseUrl = server.Url,
                        ApiKey = "sk-test-key-1234",
                        Api = "openai-completions",
                        Models = [new ProviderModelConfig { Id = "stub-1", Name = "Stub", ContextWindow = 128000, MaxTokens = 8000 }],
                    },
                },
            },
        });
        return gateway;
    }

    /// <summary>As <see cref="WithAsync"/>, with a Telegram that does what a test says.</summary>
    public static async Task<(TestGateway Gateway, ScriptedChannel Telegram)> WithTelegramAsync(ModelServer server)
    {
        var telegram = new ScriptedChannel();
        var gateway = await WithAsync(server);
        gateway.ChangeConfig(config => config with { Channels = new JsonObject { ["telegram"] = new JsonObject { ["botToken"] = "1:a" } } });
        await gateway.RestartAsync(options => options with { Channels = [telegram] });
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (telegram.Opened.Count == 0 || !telegram.Opened[0].IsReady)
            await Task.Delay(5, deadline.Token);
        return (gateway, telegram);
    }

    public static Task<JsonObject> SayAsync(this TestClient client, string message, string key, string session = "main") =>
        client.RequestAsync("chat.send", new JsonObject { ["sessionKey"] = session, ["message"] = message, ["idempotencyKey"] = key });

    public static Task<JsonObject> AgentAsync(this TestClient client, string method, string parameters) =>
        client.RequestAsync(method, JsonNode.Parse(parameters));

    /// <summary>The next <c>chat</c> event of a run in this state.</summary>
    public static async Task<JsonObject> ChatAsync(this TestClient client, string runId, string state) =>
        (await client.NextAsync(frame => (string?)frame["event"] == "chat" && (string?)frame["payload"]!["runId"] == runId
            && (string?)frame["payload"]!["state"] == state))["payload"]!.AsObject();

    /// <summary>The next <c>agent</c> event of a run on this stream and phase.</summary>
    public static async Task<JsonObject> StepAsync(this TestClient client, string runId, string stream, string? phase = null) =>
        (await client.NextAsync(frame => (string?)frame["event"] == "agent" && (string?)frame["payload"]!["runId"] == runId
            && (string?)frame["payload"]!["stream"] == stream && (phase is null || (string?)frame["payload"]!["data"]!["phase"] == phase)))["payload"]!.AsObject();

    public static string Keys(this JsonNode node) => string.Join(',', node.AsObject().Select(static pair => pair.Key));
}
