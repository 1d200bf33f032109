using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;
using static OpenClaw.Agents.Tests.Support.ProviderBench;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class GoogleTests
{
    private const string Api = ModelApis.GoogleGenerativeAi;

    [Fact]
    public void The_body_has_googles_shape()
    {
        var body = Body(Request(Api, messages: [Said("look", new ContentPart.Image("AAAA", "image/png"))]) with
        {
            Tools = [Tool()],
            ToolChoice = "read",
            Sampling = new Sampling(300, 0.5, Stop: ["END"]),
        });

        Assert.Equal("contents,systemInstruction,generationConfig,tools,toolConfig", string.Join(',', body.EnumerateObject().Select(static p => p.Name)));
        Assert.Equal("""{"role":"user","parts":[{"text":"look"},{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}""", body.GetProperty("contents")[0].GetRawText());
        Assert.Equal("""{"maxOutputTokens":300,"temperature":0.5,"stopSequences":["END"]}""", body.GetProperty("generationConfig").GetRawText());
        Assert.Equal("object", body.GetProperty("tools")[0].GetProperty("functionDeclarations")[0].GetProperty("parametersJsonSchema").GetProperty("type").GetString());
        Assert.Equal("""{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["read"]}}""", body.GetProperty("toolConfig").GetRawText());
    }

    [Theory]
    [InlineData("gemini-2.5-flash", "low", """{"includeThoughts":true,"thinkingBudget":2048}""")]
    [InlineData("gemini-2.5-flash", "off", """{"thinkingBudget":0}""")]
    [InlineData("gemini-2.5-pro", "high", """{"includeThoughts":true,"thinkingBudget":32768}""")]
    [InlineData("gemini-2.5-pro", "off", null)]
    [InlineData("gemini-3-pro-preview", "minimal", """{"includeThoughts":true,"thinkingLevel":"LOW"}""")]
    [InlineData("gemini-3-flash-preview", "medium", """{"includeThoughts":true,"thinkingLevel":"MEDIUM"}""")]
    public void Thinking_is_a_budget_or_a_level(string id, string level, string? expected)
    {
        var request = Request(Api, id: id);
        var config = Body(request with { Thinking = level, Model = request.Model with { Reasoning = true } }).GetProperty("generationConfig");

        Assert.Equal(expected, config.TryGetProperty("thinkingConfig", out var thinking) ? thinking.GetRawText() : null);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public async Task Thoughts_text_and_calls_are_collected_with_their_signatures(int seed)
    {
        var (events, exchange) = await AnswerAsync(Request(Api), Events(
            """{"candidates":[{"content":{"role":"model","parts":[{"text":"hm ","thought":true}]}}]}""",
            """{"candidates":[{"content":{"role":"model","parts":[{"text":"Größe"},{"text":" zwei"}]}}]}""",
            """{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"read","args":{"path":"a"}},"thoughtSignature":"SIG"},{"functionCall":{"id":"x9","name":"list","args":{}}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":20,"candidatesTokenCount":5,"thoughtsTokenCount":2}}"""), seed);

        var done = Done(events);
        Assert.Equal("/models/m:streamGenerateContent?alt=sse", exchange.Path);
        Assert.Equal("sk-test", exchange.Headers["x-goog-api-key"]);
        Assert.Equal(StopReasons.ToolUse, done.StopReason);
        Assert.Equal(new TokenUsage(80, 7, 20, 0), done.Usage);
        Assert.Equal(new ContentPart.Thinking("hm ", null), done.Content[0]);
        Assert.Equal(new ContentPart.Text("Größe zwei"), done.Content[1]);
        var call = Assert.IsType<ContentPart.ToolCall>(done.Content[2]);
        Assert.Matches(@"^read_\d+_1$", call.Id);
        Assert.Equal("SIG", call.Signature);
        Assert.Equal("x9", Assert.IsType<ContentPart.ToolCall>(done.Content[3]).Id);

        var contents = Body(Request(Api, messages:
            [Said("go"), new ModelMessage.Assistant(done.Content, "stub", "m"), Result(call.Id, "read", "ok"), Result("x9", "list", "no", isError: true)])).GetProperty("contents");
        Assert.Equal("""{"functionCall":{"name":"read","args":{"path":"a"}},"thoughtSignature":"SIG"}""", contents[1].GetProperty("parts")[2].GetRawText());
        Assert.Equal(
            """{"role":"user","parts":[{"functionResponse":{"name":"read","response":{"output":"ok"}}},{"functionResponse":{"name":"list","response":{"error":"no"}}}]}""",
            contents[2].GetRawText());
    }

    [Fact]
    public void Calls_of_another_model_are_accepted_by_the_third_generation()
    {
        var turn = new ModelMessage.Assistant([new ContentPart.ToolCall("c", "read", Json("{}")) { Signature = "theirs" }], "other", "x");
        var part = Body(Request(Api, id: "gemini-3-pro-preview", messages: [Said("go"), turn, Result("c", "read", "ok")])).GetProperty("contents")[1].GetProperty("parts")[0];

        Assert.Equal("skip_thought_signature_validator", part.GetProperty("thoughtSignature").GetString());
    }

    [Theory]
    [InlineData("""{"candidates":[{"content":{"parts":[{"text":"x"}]},"finishReason":"MAX_TOKENS"}]}""", "length")]
    [InlineData("""{"candidates":[{"finishReason":"SAFETY"}]}""", "error")]
    [InlineData("""{"promptFeedback":{"blockReason":"SAFETY"}}""", "error")]
    public async Task Ends_are_told_apart(string last, string stop) => Assert.Equal(stop, Done((await AnswerAsync(Request(Api), Events(last))).Events).StopReason);

    [Theory]
    [InlineData(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted", ModelErrorKind.RateLimit)]
    [InlineData(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", ModelErrorKind.Auth)]
    [InlineData(503, "UNAVAILABLE", "The model is overloaded", ModelErrorKind.RateLimit)]
    [InlineData(404, "NOT_FOUND", "models/x is not found", ModelErrorKind.Format)]
    public async Task Refusals_are_understood(int status, string name, string message, ModelErrorKind kind)
    {
        await using var server = new Support.ModelServer(e => e.AnswerAsync(status, $$$"""{"error":{"code":{{{status}}},"message":"{{{message}}}","status":"{{{name}}}"}}"""));

        Assert.Equal(kind, Failed(await StreamAsync(Request(Api, server.Url))).Kind);
    }

    [Fact]
    public async Task An_error_in_the_middle_is_understood()
    {
        var (events, _) = await AnswerAsync(Request(Api), Events(
            """{"candidates":[{"content":{"parts":[{"text":"x"}]}}]}""", """{"error":{"code":503,"message":"try later","status":"UNAVAILABLE"}}"""));

        Assert.Contains("UNAVAILABLE", Failed(events).Message, StringComparison.Ordinal);
    }

    private static JsonElement Body(ModelRequest request) => Json(System.Text.Encoding.UTF8.GetString(GoogleRequestBody.Write(request)));
}
