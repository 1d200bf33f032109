using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using static OpenClaw.Agents.Tests.Support.ProviderBench;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class ResponsesTests
{
    private const string Api = ModelApis.OpenAiResponses;

    [Fact]
    public void The_body_stores_nothing_and_names_the_cache()
    {
        var request = Request(Api);
        var body = Body(request with
        {
            SessionId = "s-1",
            Tools = [Tool()],
            ToolChoice = "read",
            Thinking = "medium",
            Model = request.Model with { Reasoning = true },
        });

        Assert.Equal("model,input,stream,store,prompt_cache_key,max_output_tokens,tools,tool_choice,reasoning,include", string.Join(',', body.EnumerateObject().Select(static p => p.Name)));
        Assert.False(body.GetProperty("store").GetBoolean());
        Assert.Equal("""{"role":"developer","content":"be kind"}""", body.GetProperty("input")[0].GetRawText());
        Assert.Equal("""{"role":"user","content":[{"type":"input_text","text":"hi"}]}""", body.GetProperty("input")[1].GetRawText());
        Assert.Equal("""{"effort":"medium","summary":"auto"}""", body.GetProperty("reasoning").GetRawText());
        Assert.Equal("""{"type":"function","name":"read"}""", body.GetProperty("tool_choice").GetRawText());
        Assert.Equal("type,name,description,parameters,strict", string.Join(',', body.GetProperty("tools")[0].EnumerateObject().Select(static p => p.Name)));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Thinking_text_and_calls_are_collected_and_go_back_without_ids(int seed)
    {
        var (events, exchange) = await AnswerAsync(Request(Api), Events(
            """{"type":"response.created","response":{"id":"resp_1"}}""",
            """{"type":"response.output_item.added","output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[]}}""",
            """{"type":"response.reasoning_summary_text.delta","output_index":0,"delta":"Größe"}""",
            """{"type":"response.output_item.done","output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Größe"}],"encrypted_content":"EEE"}}""",
            """{"type":"response.output_item.added","output_index":1,"item":{"type":"message","id":"msg_1","role":"assistant","content":[]}}""",
            """{"type":"response.output_text.delta","output_index":1,"content_index":0,"delta":"I look"}""",
            """{"type":"response.output_item.added","output_index":2,"item":{"type":"function_call","id":"fc_1","call_id":"call_1","name":"read","arguments":""}}""",
            """{"type":"response.function_call_arguments.delta","output_index":2,"delta":"{\"path\":"}""",
            """{"type":"response.function_call_arguments.delta","output_index":2,"delta":"\"a\"}"}""",
            """{"type":"response.output_item.done","output_index":2,"item":{"type":"function_call","id":"fc_1","call_id":"call_1","name":"read","arguments":"{\"path\":\"a\"}"}}""",
            """{"type":"response.completed","response":{"status":"completed","usage":{"input_tokens":100,"output_tokens":7,"input_tokens_details":{"cached_tokens":20}}}}"""), seed);

        var done = Done(events);
        Assert.Equal("/responses", exchange.Path);
        Assert.Equal("Bearer sk-test", exchange.Headers["Authorization"]);
        Assert.Equal(StopReasons.ToolUse, done.StopReason);
        Assert.Equal(new TokenUsage(80, 7, 20, 0), done.Usage);
        Assert.Equal("Größe", Assert.IsType<ContentPart.Thinking>(done.Content[0]).Value);
        Assert.Equal("call_1|fc_1", Assert.IsType<ContentPart.ToolCall>(done.Content[2]).Id);

        var input = Body(Request(Api, messages: [Said("go"), new ModelMessage.Assistant(done.Content, "stub", "m"), Result("call_1|fc_1", "read", "ok")])).GetProperty("input");
        Assert.Equal("""{"type":"reasoning","summary":[{"type":"summary_text","text":"Größe"}],"encrypted_content":"EEE"}""", input[2].GetRawText());
        Assert.Equal("""{"type":"message","role":"assistant","content":[{"type":"output_text","text":"I look"}]}""", input[3].GetRawText());
        Assert.Equal("""{"type":"function_call","call_id":"call_1","name":"read","arguments":"{\"path\":\"a\"}"}""", input[4].GetRawText());
        Assert.Equal("""{"type":"function_call_output","call_id":"call_1","output":"ok"}""", input[5].GetRawText());
    }

    [Theory]
    [InlineData("""{"type":"response.incomplete","response":{"incomplete_details":{"reason":"max_output_tokens"}}}""", "length")]
    [InlineData("""{"type":"response.incomplete","response":{"incomplete_details":{"reason":"content_filter"}}}""", "error")]
    [InlineData("""{"type":"response.completed","response":{}}""", "stop")]
    public async Task Ends_are_told_apart(string last, string stop)
    {
        var (events, _) = await AnswerAsync(Request(Api), Events("""{"type":"response.output_text.delta","output_index":0,"delta":"x"}""", last));

        Assert.Equal(stop, Done(events).StopReason);
    }

    [Theory]
    [InlineData("""{"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded","message":"slow down"}}}""", ModelErrorKind.RateLimit)]
    [InlineData("""{"type":"error","code":"server_error","message":"internal server error"}""", ModelErrorKind.Unavailable)]
    [InlineData("""{"type":"error","error":{"code":"context_length_exceeded","message":"too long"}}""", ModelErrorKind.ContextOverflow)]
    [InlineData("""{"type":"error","message":"no"}""", ModelErrorKind.Refused)]
    [InlineData("{ broken", ModelErrorKind.Malformed)]
    public async Task Errors_in_the_middle_are_understood(string last, ModelErrorKind kind)
    {
        var (events, _) = await AnswerAsync(Request(Api), Events("""{"type":"response.output_text.delta","output_index":0,"delta":"x"}""", last));

        Assert.IsType<ModelEvent.TextDelta>(events[0]);
        Assert.Equal(kind, Failed(events).Kind);
    }

    [Fact]
    public async Task A_stream_that_ends_early_is_a_broken_connection()
    {
        var (events, _) = await AnswerAsync(Request(Api), Events("""{"type":"response.output_text.delta","output_index":0,"delta":"x"}"""));

        Assert.Equal(ModelErrorKind.Unavailable, Failed(events).Kind);
    }

    private static JsonElement Body(ModelRequest request) => Json(System.Text.Encoding.UTF8.GetString(ResponsesRequestBody.Write(request)));
}
