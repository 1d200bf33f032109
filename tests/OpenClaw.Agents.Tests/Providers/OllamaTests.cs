using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using static OpenClaw.Agents.Tests.Support.ProviderBench;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class OllamaTests
{
    private const string Api = ModelApis.Ollama;
    private const string Lines = "application/x-ndjson";

    [Fact]
    public void The_body_sets_the_window_and_carries_pictures_and_results()
    {
        var turn = new ModelMessage.Assistant([new ContentPart.Thinking("hm", null), new ContentPart.ToolCall("c", "read", Json("""{"path":"a"}"""))], "ollama", "m");
        var body = Body(Request(Api, messages: [Said("look", new ContentPart.Image("AAAA", "image/png")), turn, Result("c", "read", "ok")]) with
        {
            Tools = [Tool()],
            Sampling = new Sampling(300, 0.5, Stop: ["END"]),
        });

        Assert.Equal("""{"role":"user","content":"look","images":["AAAA"]}""", body.GetProperty("messages")[1].GetRawText());
        Assert.Equal("""{"role":"assistant","content":"","thinking":"hm","tool_calls":[{"function":{"name":"read","arguments":{"path":"a"}}}]}""", body.GetProperty("messages")[2].GetRawText());
        Assert.Equal("""{"role":"tool","content":"ok","tool_name":"read"}""", body.GetProperty("messages")[3].GetRawText());
        Assert.Equal("""{"num_ctx":64000,"num_predict":300,"temperature":0.5,"stop":["END"]}""", body.GetProperty("options").GetRawText());
        Assert.Equal("read", body.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("qwen3:8b", "low", "true")]
    [InlineData("qwen3:8b", "off", "false")]
    [InlineData("gpt-oss:20b", "minimal", "\"low\"")]
    public void Thinking_is_a_switch_and_for_some_a_level(string id, string level, string expected)
    {
        var request = Request(Api, id: id);

        Assert.Equal(expected, Body(request with { Thinking = level, Model = request.Model with { Reasoning = true } }).GetProperty("think").GetRawText());
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public async Task Lines_are_collected_whatever_their_pieces(int seed)
    {
        var (events, exchange) = await AnswerAsync(Request(Api), string.Join('\n',
            """{"model":"m","message":{"role":"assistant","content":"","thinking":"hm"},"done":false}""",
            """{"model":"m","message":{"role":"assistant","content":"Größe"},"done":false}""",
            """{"model":"m","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"read","arguments":{"path":"a"}}}]},"done":false}""",
            """{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","prompt_eval_count":26,"eval_count":9}""") + "\n", seed, Lines);

        var done = Done(events);
        Assert.Equal("/api/chat", exchange.Path);
        Assert.Equal(StopReasons.ToolUse, done.StopReason);
        Assert.Equal(new TokenUsage(26, 9, 0, 0), done.Usage);
        Assert.Equal([new ContentPart.Thinking("hm", null), new ContentPart.Text("Größe")], done.Content.Take(2));
        Assert.Matches(@"^read_\d+_1$", Assert.IsType<ContentPart.ToolCall>(done.Content[2]).Id);
    }

    [Theory]
    [InlineData("""{"error":"model runner has unexpectedly stopped: internal server error"}""", ModelErrorKind.Unavailable)]
    [InlineData("""{"error":"something odd"}""", ModelErrorKind.Refused)]
    [InlineData("half a li", ModelErrorKind.Malformed)]
    [InlineData("", ModelErrorKind.Unavailable)]
    public async Task Errors_in_the_middle_are_understood(string last, ModelErrorKind kind)
    {
        var (events, _) = await AnswerAsync(Request(Api), """{"message":{"content":"x"},"done":false}""" + "\n" + last, contentType: Lines);

        Assert.Equal(kind, Failed(events).Kind);
    }

    [Fact]
    public async Task A_model_that_knows_no_tools_is_asked_again_without_them()
    {
        await using var server = new ModelServer(
            static e => e.AnswerAsync(400, """{"error":"registry.ollama.ai/library/tiny does not support tools"}"""),
            static e => e.PiecesAsync("""{"message":{"content":"ok"},"done":true,"done_reason":"stop"}""" + "\n", 1, Lines));

        var events = await StreamAsync(Request(Api, server.Url + "/v1") with { Tools = [Tool()] });

        Assert.Equal("ok", Assert.IsType<ContentPart.Text>(Assert.Single(Done(events).Content)).Value);
        Assert.True(server.Requests[0].Body.TryGetProperty("tools", out _));
        Assert.False(server.Requests[1].Body.TryGetProperty("tools", out _));
        Assert.DoesNotContain(events, static step => step is ModelEvent.Failed);
    }

    private static JsonElement Body(ModelRequest request) => Json(System.Text.Encoding.UTF8.GetString(OllamaRequestBody.Write(request)));
}
