using System.Text.Json.Nodes;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>Answers of models that speak the providers' real wire formats, through the whole program.</summary>
[Trait("Category", "Acceptance")]
public class ModelWireTests
{
    private const string Prompt = """count [[stub {"text":"one two three four","chunks":4,"delayMs":200}]]""";

    [Fact]
    public async Task An_OpenAI_compatible_server_answers_word_by_word_and_its_usage_is_accounted()
    {
        var (deltas, answer, session, model) = await ConverseAsync("openai-completions", "/v1");

        Assert.True(deltas > 1, $"{deltas} deltas");
        Assert.Equal("one two three four", answer);
        var (path, credential, body) = Assert.Single(model);
        Assert.Equal("/v1/chat/completions", path);
        Assert.Equal("Bearer stub-key", credential);
        Assert.True(body["stream"]!.GetValue<bool>());
        Assert.Equal(11, session["inputTokens"]!.GetValue<int>());
        Assert.Equal(7, session["outputTokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_Anthropic_compatible_server_answers_word_by_word_and_its_usage_is_accounted()
    {
        var (deltas, answer, session, model) = await ConverseAsync("anthropic-messages", "");

        Assert.True(deltas > 1, $"{deltas} deltas");
        Assert.Equal("one two three four", answer);
        var (path, credential, body) = Assert.Single(model);
        Assert.Equal("/v1/messages", path);
        Assert.Equal("stub-key", credential);
        Assert.True(body["stream"]!.GetValue<bool>());
        Assert.Equal(13, session["inputTokens"]!.GetValue<int>());
        Assert.Equal(9, session["outputTokens"]!.GetValue<int>());
    }

    private static async Task<(int Deltas, string Answer, JsonObject Session, IReadOnlyCollection<(string Path, string? Credential, JsonObject Body)> Model)>
        ConverseAsync(string api, string basePath)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var model = await StubModelServer.StartAsync(ct);
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();
        var config = RecordedConfig.For(home, port, model.Port);
        config["models"]!["providers"]!["stub"]!["api"] = api;
        config["models"]!["providers"]!["stub"]!["baseUrl"] = $"http://127.0.0.1:{model.Port}{basePath}";
        home.WriteConfig(config);
        await using var gateway = await GatewayProcess.StartAsync(home, port, ct);
        await using var me = await Operator.ConnectAsync(gateway, ct);

        await me.CallAsync("chat.send", new JsonObject { ["sessionKey"] = "main", ["message"] = Prompt, ["idempotencyKey"] = "run-1" }, ct);
        var events = await me.ChatAsync("run-1", ct);
        Assert.Equal("final", events[^1]["state"]!.GetValue<string>());
        var answer = events[^1]["message"]!["content"]![0]!["text"]!.GetValue<string>();
        var sessions = (JsonArray)(await me.CallAsync("sessions.list", [], ct))["sessions"]!;
        return (events.Count - 1, answer, (JsonObject)Assert.Single(sessions)!, model.Requests);
    }
}
