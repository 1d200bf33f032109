using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using OpenClaw.Conformance.Tests.Models;
using OpenClaw.Conformance.Tests.Processes;

namespace OpenClaw.Conformance.Tests.Acceptance;

/// <summary>The official client of OpenAI for .NET against the real program.</summary>
[Trait("Runbook", "A6")]
public class OpenAiDotNetClientTests
{
    private const string AsksForWeather = """weather? [[stub {"tool":{"name":"get_weather","args":{"city":"Aarhus"}},"after":"4 degrees"}]]""";

    private static readonly ChatTool s_weather = ChatTool.CreateFunctionTool(
        "get_weather", "Says how the weather is", BinaryData.FromString("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""));

    [Fact]
    public async Task The_OpenAI_client_for_NET_chats_streams_calls_tools_and_sees_failures()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var model = await StubModelServer.StartAsync(ct);
        using var home = new PrivateHome();
        var port = GatewayProcess.FreePort();
        home.WriteConfig(RecordedConfig.For(home, port, model.Port));
        await using var gateway = await GatewayProcess.StartAsync(home, port, ct);
        var client = new OpenAIClient(
            new ApiKeyCredential(RecordedConfig.Token), new OpenAIClientOptions { Endpoint = new Uri($"http://127.0.0.1:{port}/v1") });
        var chat = client.GetChatClient("openclaw");

        await ChatsAsync(chat, ct);
        await StreamsAsync(chat, ct);
        await CallsToolsAsync(chat, ct);
        await RespondsAsync(client, ct);
        var refused = await Assert.ThrowsAsync<ClientResultException>(
            () => chat.CompleteChatAsync([new UserChatMessage("""x [[stub {"status":400,"text":"stub says no"}]]""")], cancellationToken: ct));
        Assert.Equal(400, refused.Status);
        var models = await client.GetOpenAIModelClient().GetModelsAsync(ct);
        Assert.Equal(["openclaw", "openclaw/default", "openclaw/main"], models.Value.Select(static m => m.Id));
    }

    private static async Task ChatsAsync(ChatClient chat, CancellationToken ct)
    {
        ChatCompletion answer = await chat.CompleteChatAsync(
            [new SystemChatMessage("Be brief."), new UserChatMessage("""hello [[stub {"text":"plain answer"}]]""")],
            new ChatCompletionOptions { MaxOutputTokenCount = 50, Temperature = 0.5f },
            ct);

        Assert.Equal(("plain answer", ChatFinishReason.Stop, 18), (answer.Content[0].Text, answer.FinishReason, answer.Usage.TotalTokenCount));
    }

    private static async Task StreamsAsync(ChatClient chat, CancellationToken ct)
    {
        var pieces = new List<string>();
        ChatFinishReason? reason = null;
        var tokens = 0;
        await foreach (var update in chat.CompleteChatStreamingAsync(
            [new UserChatMessage("""hello [[stub {"text":"streamed answer in parts","chunks":4,"delayMs":20}]]""")], cancellationToken: ct))
        {
            pieces.AddRange(update.ContentUpdate.Select(static part => part.Text));
            reason ??= update.FinishReason;
            tokens += update.Usage?.TotalTokenCount ?? 0;
        }

        Assert.Equal("streamed answer in parts", string.Concat(pieces));
        Assert.True(pieces.Count > 1);
        Assert.Equal((ChatFinishReason.Stop, 18), (reason, tokens));
    }

    private static async Task CallsToolsAsync(ChatClient chat, CancellationToken ct)
    {
        var options = new ChatCompletionOptions { Tools = { s_weather } };
        List<ChatMessage> messages = [new UserChatMessage(AsksForWeather)];
        ChatCompletion asked = await chat.CompleteChatAsync(messages, options, ct);
        var call = Assert.Single(asked.ToolCalls);
        messages.AddRange([new AssistantChatMessage(asked), new ToolChatMessage(call.Id, "4 C")]);
        ChatCompletion told = await chat.CompleteChatAsync(messages, options, ct);

        Assert.Equal((ChatFinishReason.ToolCalls, "get_weather", """{"city":"Aarhus"}"""), (asked.FinishReason, call.FunctionName, call.FunctionArguments.ToString()));
        Assert.Equal("4 degrees", told.Content[0].Text);
    }

    private static async Task RespondsAsync(OpenAIClient client, CancellationToken ct)
    {
        var responses = client.GetResponsesClient();
        var answer = await responses.CreateResponseAsync("openclaw", """hello [[stub {"text":"plain answer"}]]""", cancellationToken: ct);
        var streamed = new System.Text.StringBuilder();
        await foreach (var update in await responses.CreateResponseStreamingAsync(
            "openclaw", """hello [[stub {"text":"streamed answer","chunks":3,"delayMs":20}]]""", cancellationToken: ct))
        {
            if (update is OpenAI.Responses.StreamingResponseOutputTextDeltaUpdate delta)
                streamed.Append(delta.Delta);
        }

        Assert.Equal("plain answer", answer.Value.GetOutputText());
        Assert.Equal("streamed answer", streamed.ToString());
    }
}
