using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;
using static OpenClaw.Agents.Tests.Support.ProviderBench;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class OpenAiToolTests
{
    private const string Api = ModelApis.OpenAiCompletions;

    [Fact]
    public void Tools_and_sampling_are_sent_in_the_recorded_order()
    {
        var body = Body(Request(Api) with
        {
            Tools = [Tool()],
            ToolChoice = "read",
            Sampling = new Sampling(100, 0.5, 0.9, ["END"], 7, 0.1, 0.2),
        });

        Assert.Equal(
            "model,messages,stream,stream_options,store,max_completion_tokens,temperature,top_p,frequency_penalty,presence_penalty,seed,stop,tools,tool_choice",
            string.Join(',', body.EnumerateObject().Select(static p => p.Name)));
        Assert.Equal(
            """[{"type":"function","function":{"name":"read","description":"the tool read","parameters":{"type":"object","properties":{"path":{"type":"string"}},"required":["path"]},"strict":false}}]""",
            body.GetProperty("tools").GetRawText());
        Assert.Equal("""{"type":"function","function":{"name":"read"}}""", body.GetProperty("tool_choice").GetRawText());
        Assert.Equal(100, body.GetProperty("max_completion_tokens").GetInt64());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Several_calls_arrive_in_pieces_of_any_size(int seed)
    {
        var (events, _) = await AnswerAsync(Request(Api), Events(
            """{"choices":[{"delta":{"content":"Let me – see"}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"read","arguments":""}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"path\":"}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"c2","function":{"name":"list","arguments":"{}"}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"ä.txt\"}"}}]}}]}""",
            """{"choices":[{"delta":{},"finish_reason":"tool_calls"}]}""",
            """{"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":20}}}""",
            "[DONE]"), seed);

        var done = Done(events);
        Assert.Equal(StopReasons.ToolUse, done.StopReason);
        Assert.Equal(new TokenUsage(80, 7, 20, 0), done.Usage);
        var calls = done.Content.OfType<ContentPart.ToolCall>().ToList();
        Assert.Equal(["c1 read", "c2 list"], calls.Select(static c => $"{c.Id} {c.Name}"));
        Assert.Equal("ä.txt", calls[0].Arguments.GetProperty("path").GetString());
        Assert.Equal("{\"path\":\"ä.txt\"}", string.Concat(events.OfType<ModelEvent.ToolCallDelta>().Where(static d => d.Index == 0).Select(static d => d.Arguments)));
    }

    [Fact]
    public async Task Calls_of_a_server_that_sends_no_ids_get_ids_that_never_come_again()
    {
        var ids = new List<string>();
        for (var answer = 0; answer < 2; answer++)
        {
            var (events, _) = await AnswerAsync(Request(Api), Events(
                """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"name":"read","arguments":"{}"}},{"index":1,"function":{"name":"list","arguments":"{}"}}]}}]}""",
                """{"choices":[{"delta":{},"finish_reason":"tool_calls"}]}""",
                "[DONE]"), 1);
            var calls = Done(events).Content.OfType<ContentPart.ToolCall>().Select(static call => call.Id).ToList();
            Assert.Contains(calls[1], events.OfType<ModelEvent.ToolCallDelta>().Select(static delta => delta.Id));
            ids.AddRange(calls);
        }

        Assert.Equal(4, ids.Distinct().Count());
        Assert.All(ids, static id => Assert.Matches("^call_[0-9a-f]{8}$", id));
    }

    [Fact]
    public async Task Calls_that_share_an_index_are_told_apart_by_their_ids()
    {
        var (events, _) = await AnswerAsync(Request(Api), Events(
            """{"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"x","arguments":"{\"n\":1}"}},{"id":"b","function":{"name":"x","arguments":"{\"n\":2}"}}]},"finish_reason":"stop"}]}""",
            "[DONE]"));

        Assert.Equal([1, 2], Done(events).Content.OfType<ContentPart.ToolCall>().Select(static c => c.Arguments.GetProperty("n").GetInt32()));
    }

    [Fact]
    public async Task A_call_that_was_cut_off_is_kept_as_text_because_it_must_not_be_carried_out()
    {
        var (events, _) = await AnswerAsync(Request(Api), Events(
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"write","arguments":"{\"path\":\"a\",\"text\":\"half a sen"}}]},"finish_reason":"length"}]}""",
            "[DONE]"));

        var call = Assert.Single(Done(events).Content.OfType<ContentPart.ToolCall>());
        Assert.Equal(JsonValueKind.String, call.Arguments.ValueKind);
        Assert.EndsWith("half a sen", call.Arguments.GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_stand_together_and_their_pictures_follow()
    {
        var picture = new ContentPart.Image("AAAA", "image/png");
        var messages = Body(Request(Api, messages:
        [
            Said("go"), Called("c1", "c2"), Result("c1", "shot", "one", images: picture), Result("c2", "read", "two"), Said("and?"),
        ])).GetProperty("messages").EnumerateArray().ToList();

        Assert.Equal("system user assistant tool tool user user", string.Join(' ', messages.Select(static m => m.GetProperty("role").GetString())));
        Assert.Equal(JsonValueKind.Null, messages[2].GetProperty("content").ValueKind);
        Assert.Equal("""{"role":"tool","content":"one","tool_call_id":"c1"}""", messages[3].GetRawText());
        Assert.Equal("image_url", messages[5].GetProperty("content")[1].GetProperty("type").GetString());
    }

    [Fact]
    public void Mistral_gets_its_ids_names_and_thinking_as_text()
    {
        var turn = new ModelMessage.Assistant(
            [new ContentPart.Thinking("hm", "reasoning_content"), new ContentPart.ToolCall("call_1|fc_2", "read", Json("{}"))], "mistral", "m");
        var messages = Body(Request(Api, provider: "mistral", messages: [Said("go"), turn, Result("call_1|fc_2", "read", "ok")])).GetProperty("messages");

        var id = messages[2].GetProperty("tool_calls")[0].GetProperty("id").GetString()!;
        Assert.Matches("^[A-Za-z0-9]{9}$", id);
        Assert.Equal(id, messages[3].GetProperty("tool_call_id").GetString());
        Assert.Equal("read", messages[3].GetProperty("name").GetString());
        Assert.Contains("hm", messages[2].GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_may_want_an_answer_between_a_result_and_the_next_question()
    {
        var request = Request(Api, messages: [Said("go"), Called("c1"), Result("c1", "read", "ok"), Said("next")]);
        var body = Body(request with { Model = request.Model with { Compat = new ModelCompat { RequiresAssistantAfterToolResult = true, SupportsStrictMode = false } }, Tools = [Tool()] });

        Assert.Equal("system user assistant tool assistant user", string.Join(' ', body.GetProperty("messages").EnumerateArray().Select(static m => m.GetProperty("role").GetString())));
        Assert.False(body.GetProperty("tools")[0].GetProperty("function").TryGetProperty("strict", out _));
    }

    [Theory]
    [InlineData("openai", "high", "reasoning_effort", "\"high\"")]
    [InlineData("openai", "xhigh", "reasoning_effort", "\"high\"")]
    [InlineData("zai", "low", "thinking", """{"type":"enabled"}""")]
    [InlineData("zai", "off", "thinking", """{"type":"disabled"}""")]
    [InlineData("qwen", "low", "enable_thinking", "true")]
    [InlineData("openrouter", "low", "reasoning", """{"effort":"low"}""")]
    public void Thinking_is_asked_for_in_the_servers_own_way(string format, string level, string member, string json)
    {
        var request = Request(Api);
        var body = Body(request with { Thinking = level, Model = request.Model with { Reasoning = true, Compat = new ModelCompat { ThinkingFormat = format } } });

        Assert.Equal(json, body.GetProperty(member).GetRawText());
    }

    [Fact]
    public void Long_ids_stay_apart_when_they_are_shortened()
    {
        var start = new string('a', 60);

        Assert.NotEqual(ToolIds.ForOpenAi(start + "1"), ToolIds.ForOpenAi(start + "2"));
        Assert.Equal(40, ToolIds.ForOpenAi(start).Length);
        Assert.NotEqual(ToolIds.ForAnthropic(start + "bcdefg1"), ToolIds.ForAnthropic(start + "bcdefg2"));
    }

    private static ModelMessage.Assistant Called(params string[] ids) =>
        new([.. ids.Select(static id => new ContentPart.ToolCall(id, "read", Json("{}")))], "stub", "m");

    private static JsonElement Body(ModelRequest request) => Json(System.Text.Encoding.UTF8.GetString(OpenAiRequestBody.Write(request)));
}
