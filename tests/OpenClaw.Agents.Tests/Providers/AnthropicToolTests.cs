using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;
using static OpenClaw.Agents.Tests.Support.ProviderBench;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class AnthropicToolTests
{
    private const string Api = ModelApis.AnthropicMessages;

    [Theory]
    [InlineData("auto", """{"type":"auto"}""")]
    [InlineData("none", """{"type":"none"}""")]
    [InlineData("required", """{"type":"any"}""")]
    [InlineData("read", """{"type":"tool","name":"read"}""")]
    public void Tools_are_sent_with_the_choice(string choice, string expected)
    {
        var body = Body(Request(Api) with { Tools = [Tool()], ToolChoice = choice, Sampling = new Sampling(500, 0.3, Stop: ["END"]) });

        Assert.Equal("model,messages,max_tokens,stream,system,temperature,stop_sequences,tools,tool_choice", string.Join(',', body.EnumerateObject().Select(static p => p.Name)));
        Assert.Equal("name,description,input_schema", string.Join(',', body.GetProperty("tools")[0].EnumerateObject().Select(static p => p.Name)));
        Assert.Equal(expected, body.GetProperty("tool_choice").GetRawText());
        Assert.Equal(500, body.GetProperty("max_tokens").GetInt64());
    }

    [Fact]
    public void A_forced_tool_and_a_temperature_do_not_go_with_thinking()
    {
        var request = Request(Api);
        request = request with { Tools = [Tool()], Thinking = "low", Sampling = new Sampling(Temperature: 0.1), Model = request.Model with { Reasoning = true, MaxTokens = 64_000 } };

        Assert.False(Body(request).TryGetProperty("temperature", out _));
        Assert.True(Body(request).TryGetProperty("thinking", out _));
        Assert.False(Body(request with { ToolChoice = "required" }).TryGetProperty("thinking", out _));
    }

    [Fact]
    public void The_cached_beginning_is_kept_as_long_as_configured()
    {
        var request = Request(Api);
        var body = Body(request with { Model = request.Model with { Params = new ModelParams(CacheControlTtl: "1h") } });

        Assert.Equal("""{"type":"ephemeral","ttl":"1h"}""", body.GetProperty("system")[0].GetProperty("cache_control").GetRawText());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Thinking_text_and_calls_keep_their_order(int seed)
    {
        var (events, exchange) = await AnswerAsync(Request(Api), Events(
            """{"type":"message_start","message":{"usage":{"input_tokens":9,"cache_read_input_tokens":3,"cache_creation_input_tokens":2,"output_tokens":1}}}""",
            """{"type":"content_block_start","index":0,"content_block":{"type":"redacted_thinking","data":"ZZ"}}""",
            """{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}""",
            """{"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Größe"}}""",
            """{"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","name":"read","input":{}}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"path\": \"a"}}""",
            """{"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"b\"}"}}""",
            """{"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"t2","name":"list","input":{}}}""",
            """{"type":"content_block_stop","index":3}""",
            """{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":31}}""",
            """{"type":"message_stop"}"""), seed);

        var done = Done(events);
        Assert.Equal(StopReasons.ToolUse, done.StopReason);
        Assert.Equal(new TokenUsage(9, 31, 3, 2), done.Usage);
        Assert.Equal(new ContentPart.Thinking(string.Empty, "redacted:ZZ"), done.Content[0]);
        Assert.Equal(new ContentPart.Text("Größe"), done.Content[1]);
        Assert.Equal("ab", Assert.IsType<ContentPart.ToolCall>(done.Content[2]).Arguments.GetProperty("path").GetString());
        Assert.Equal("{}", Assert.IsType<ContentPart.ToolCall>(done.Content[3]).Arguments.GetRawText());
        Assert.Equal("/v1/messages", exchange.Path);
    }

    [Fact]
    public void Results_carry_pictures_and_errors_and_stand_in_one_turn()
    {
        var turn = new ModelMessage.Assistant(
            [new ContentPart.Thinking(string.Empty, "redacted:ZZ"), new ContentPart.ToolCall("t1", "shot", Json("{}")), new ContentPart.ToolCall("t2", "read", Json("{}"))], "stub", "m");
        var messages = Body(Request(Api, messages:
            [Said("go"), turn, Result("t1", "shot", "seen", images: new ContentPart.Image("AAAA", "image/png")), Result("t2", "read", "no", isError: true)])).GetProperty("messages");

        Assert.Equal(3, messages.GetArrayLength());
        Assert.Equal("""{"type":"redacted_thinking","data":"ZZ"}""", messages[1].GetProperty("content")[0].GetRawText());
        var results = messages[2].GetProperty("content");
        Assert.Equal(2, results.GetArrayLength());
        Assert.Equal("image", results[0].GetProperty("content")[1].GetProperty("type").GetString());
        Assert.True(results[1].GetProperty("is_error").GetBoolean());
        Assert.True(results[1].TryGetProperty("cache_control", out _));
    }

    [Fact]
    public void Earlier_calls_are_declared_when_no_tools_are_left()
    {
        var turn = new ModelMessage.Assistant([new ContentPart.ToolCall("t1", "read", Json("{}"))], "stub", "m");
        var body = Body(Request(Api, messages: [Said("go"), turn, Result("t1", "read", "ok")]));

        Assert.Equal("read", body.GetProperty("tools")[0].GetProperty("name").GetString());
        Assert.Equal("""{"type":"none"}""", body.GetProperty("tool_choice").GetRawText());
    }

    private static JsonElement Body(ModelRequest request) => Json(System.Text.Encoding.UTF8.GetString(AnthropicRequestBody.Write(request)));
}
