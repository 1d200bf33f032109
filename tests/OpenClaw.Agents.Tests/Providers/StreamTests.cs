using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class StreamTests
{
    [Fact]
    public async Task Openai_thinking_and_cached_tokens_are_told_apart()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.EventAsync("""{"choices":[{"delta":{"reasoning_content":"hm"}}]}""");
            await e.OpenAiTextAsync("so");
            await e.EventAsync("""{"choices":[{"delta":{},"finish_reason":"length"}],"usage":{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":20}}}""");
            await e.EventAsync("[DONE]");
        });

        var events = await StreamAsync(server, ModelApis.OpenAiCompletions);

        var done = Assert.IsType<ModelEvent.Done>(events[^1]);
        Assert.Equal(StopReasons.Length, done.StopReason);
        Assert.Equal(new TokenUsage(80, 7, 20, 0), done.Usage);
        Assert.Equal([new ContentPart.Thinking("hm", "reasoning_content"), new ContentPart.Text("so")], done.Content);
        Assert.Equal("Bearer sk-test", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_server_that_never_says_done_is_believed_after_a_finish_reason()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.RawAsync(": keep-alive\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}\n\n");
        });

        Assert.IsType<ModelEvent.Done>((await StreamAsync(server, ModelApis.OpenAiCompletions))[^1]);
    }

    [Fact]
    public async Task Anthropic_thinking_keeps_its_signature()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.EventAsync("""{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}""");
            await e.EventAsync("""{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}""");
            await e.EventAsync("""{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"sig"}}""");
            await e.EventAsync("""{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"so"}}""");
            await e.EventAsync("""{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","name":"exec"}}""");
            await e.EventAsync("""{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"a\":"}}""");
            await e.EventAsync("""{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"1}"}}""");
            await e.EventAsync("""{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":3}}""");
            await e.EventAsync("""{"type":"message_stop"}""");
        });

        var done = Assert.IsType<ModelEvent.Done>((await StreamAsync(server, ModelApis.AnthropicMessages))[^1]);

        Assert.Equal(StopReasons.ToolUse, done.StopReason);
        Assert.Equal(new ContentPart.Thinking("hm", "sig"), done.Content[0]);
        Assert.Equal(1, Assert.IsType<ContentPart.ToolCall>(done.Content[2]).Arguments.GetProperty("a").GetInt32());
    }

    [Theory]
    [InlineData("overloaded_error", "Overloaded", ModelErrorKind.RateLimit)]
    [InlineData("api_error", "Internal server error", ModelErrorKind.Unavailable)]
    [InlineData("invalid_request_error", "prompt is too long: 210000 tokens", ModelErrorKind.ContextOverflow)]
    [InlineData("invalid_request_error", "no", ModelErrorKind.Refused)]
    public async Task An_error_inside_an_anthropic_stream_is_understood(string type, string message, ModelErrorKind expected)
    {
        await using var server = new ModelServer(async e =>
        {
            await e.StartAsync();
            await e.EventAsync($$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}"}}""", "error");
        });

        Assert.Equal(expected, Assert.IsType<ModelEvent.Failed>((await StreamAsync(server, ModelApis.AnthropicMessages))[^1]).Error.Kind);
    }

    [Theory]
    [InlineData(ModelApis.OpenAiCompletions)]
    [InlineData(ModelApis.AnthropicMessages)]
    public async Task A_line_without_end_is_cut_off(string api)
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.RawAsync("data: " + new string('x', 200_000));
            await e.GoneAsync();
        });

        var error = Assert.IsType<ModelEvent.Failed>((await StreamAsync(server, api, new ProviderLimits(MaxLineBytes: 64 * 1024)))[^1]).Error;

        Assert.Equal(ModelErrorKind.Malformed, error.Kind);
        Assert.Contains("line", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            for (var i = 0; i < 100; i++)
                await e.OpenAiTextAsync(new string('x', 2000));
        });

        var error = Assert.IsType<ModelEvent.Failed>((await StreamAsync(server, ModelApis.OpenAiCompletions, new ProviderLimits(MaxAnswerBytes: 100_000)))[^1]).Error;

        Assert.Equal(ModelErrorKind.Malformed, error.Kind);
    }

    [Fact]
    public async Task A_redirect_does_not_carry_the_key_elsewhere()
    {
        await using var elsewhere = new ModelServer();
        await using var server = new ModelServer(e => e.RawAsync($"HTTP/1.1 307 X\r\nLocation: {elsewhere.Url}/chat/completions\r\nContent-Length: 0\r\n\r\n"));

        Assert.IsType<ModelEvent.Failed>((await StreamAsync(server, ModelApis.OpenAiCompletions))[^1]);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Subscription_tokens_are_bearers()
    {
        await using var server = new ModelServer(static e => e.AnthropicAsync("ok"));

        await StreamAsync(server, ModelApis.AnthropicMessages, key: "sk-ant-oat01-xyz");

        Assert.Equal("Bearer sk-ant-oat01-xyz", server.Requests[0].Headers["Authorization"]);
        Assert.False(server.Requests[0].Headers.ContainsKey("x-api-key"));
        Assert.Equal("2023-06-01", server.Requests[0].Headers["anthropic-version"]);
    }

    private static async Task<List<ModelEvent>> StreamAsync(ModelServer server, string api, ProviderLimits? limits = null, string key = "sk-test")
    {
        using var providers = new ModelProviders(TimeProvider.System, limits);
        var request = new ModelRequest
        {
            Model = new ModelInfo { Ref = new ModelRef("stub", "m"), Name = "m", Api = api, BaseUrl = server.Url },
            ApiKey = key,
            SystemPrompt = "be kind",
            Messages = [new ModelMessage.User([new ContentPart.Text("hi")])],
        };
        var events = new List<ModelEvent>();
        await foreach (var step in providers.For(api)!.StreamAsync(request, TestContext.Current.CancellationToken))
            events.Add(step);
        return events;
    }
}
