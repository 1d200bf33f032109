using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Gateway.Tests.Http.OpenAi;

[Trait("Runbook", "A6")]
public class ResponsesTests
{
    private const string Path = "/v1/responses";
    private const string Weather = """{"type":"function","name":"get_weather","parameters":{"type":"object","properties":{"city":{"type":"string"}}},"strict":false}""";

    private static async Task CallsWeatherAsync(ModelExchange exchange)
    {
        await exchange.StartAsync();
        await exchange.EventAsync("""{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_78","type":"function","function":{"name":"get_weather","arguments":"{}"}}]}}]}""");
        await exchange.EventAsync("""{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""");
        await exchange.EventAsync("[DONE]");
    }

    [Fact]
    public async Task A_stream_is_the_recorded_sequence()
    {
        await using var api = await Api.StartAsync(static e => e.OpenAiAsync("po", "ng"));

        var events = await api.StreamAsync(Path, """{"model":"openclaw","stream":true,"input":"hello"}""");

        Assert.Equal(
            ["response.created", "response.in_progress", "response.output_item.added", "response.content_part.added", "response.output_text.delta",
             "response.output_text.done", "response.content_part.done", "response.output_item.done", "response.completed", ""],
            events.Select(static e => e.Name).Where((name, i) => i == 0 || name != events[i - 1].Name));
        Assert.All(events.SkipLast(1), static e => Assert.Equal(e.Name, (string?)JsonNode.Parse(e.Data)!["type"]));
        Assert.Equal("pong", (string?)JsonNode.Parse(events[^2].Data)!["response"]!["output"]![0]!["content"]![0]!["text"]);
        Assert.Equal(107, (int)JsonNode.Parse(events[^2].Data)!["response"]!["usage"]!["total_tokens"]!);
        Assert.Equal("[DONE]", events[^1].Data);
    }

    [Fact]
    public async Task A_tool_call_is_the_only_output_and_its_outcome_continues_the_session()
    {
        await using var api = await Api.StartAsync(CallsWeatherAsync, static e => e.OpenAiAsync("4 degrees"));

        var (_, asked) = await api.AskAsync(Path, $$"""{"model":"openclaw","input":"weather?","tools":[{{Weather}}]}""");
        var (_, told) = await api.AskAsync(Path, $$"""
            {"model":"openclaw","input":[{"type":"function_call_output","call_id":"call_78","output":"4C"}],"tools":[{{Weather}}]}
            """);

        Assert.Equal("completed", (string?)asked["status"]);
        Assert.Equal("type,id,call_id,name,arguments", string.Join(',', Assert.Single(asked["output"]!.AsArray())!.AsObject().Select(static m => m.Key)));
        Assert.Equal("4 degrees", (string?)told["output"]![0]!["content"]![0]!["text"]);
        Assert.Equal("tool", api.Model.Requests[1].Body.GetProperty("messages").EnumerateArray().Last().GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_response_continues_an_earlier_one_by_its_id()
    {
        await using var api = await Api.StartAsync();

        var (_, first) = await api.AskAsync(Path, """{"model":"openclaw","input":"one"}""");
        await api.AskAsync(Path, $$"""{"model":"openclaw","input":"two","previous_response_id":"{{first["id"]}}"}""");

        Assert.Equal(
            ["system", "user", "assistant", "user"],
            api.Model.Requests[1].Body.GetProperty("messages").EnumerateArray().Select(static m => m.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_streamed_failure_is_announced_after_the_opening_and_nothing_follows()
    {
        await using var api = await Api.StartAsync(static e => e.AnswerAsync(400, """{"error":{"message":"stub says no"}}"""));

        var events = await api.StreamAsync(Path, """{"model":"openclaw","stream":true,"input":"hello"}""");
        var (status, plain) = await api.AskAsync(Path, """{"model":"openclaw","input":"hello"}""");

        Assert.Equal(["response.content_part.added", "response.failed", ""], events.TakeLast(3).Select(static e => e.Name));
        Assert.Equal("invalid_request_error", (string?)JsonNode.Parse(events[^2].Data)!["response"]!["error"]!["code"]);
        Assert.Equal((400, "failed", "400 stub says no"), (status, (string?)plain["status"], (string?)plain["error"]!["message"]));
    }

    [Fact]
    public async Task A_file_reaches_the_model_in_the_system_prompt_and_not_the_transcript()
    {
        await using var api = await Api.StartAsync();

        await api.AskAsync(Path, """
            {"model":"openclaw","user":"u","input":[{"role":"user","content":[{"type":"input_text","text":"read"},
             {"type":"input_file","filename":"a\"b.txt","file_data":"data:text/plain;base64,aGVsbG8gZmlsZQ=="}]}]}
            """);

        var messages = api.Model.Requests[0].Body.GetProperty("messages");
        Assert.Contains("<file name=\"ab.txt\">\nhello file\n</file>", messages[0].GetProperty("content").GetString(), StringComparison.Ordinal);
        var transcript = Directory.GetFiles(System.IO.Path.Combine(api.Gateway.Paths.AgentsDir, "main", "sessions"), "*.jsonl").Single();
        Assert.DoesNotContain("hello file", await File.ReadAllTextAsync(transcript, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"input":"x"}""", "model: Invalid input: expected string, received undefined")]
    [InlineData("""{"model":1,"input":"x"}""", "model: Invalid input: expected string, received number")]
    [InlineData("""{"model":"openclaw"}""", "input: Invalid input")]
    [InlineData("""{"model":"openclaw","input":""}""", "Missing user message in `input`.")]
    [InlineData("""{"model":"openclaw","input":"x","foo":1}""", "Unrecognized key: \"foo\"")]
    [InlineData("""{"model":"openclaw","input":[{"type":"strange"}]}""", "input: Invalid input")]
    [InlineData("""{"model":"openclaw","input":[{"role":"user","content":[{"type":"input_file","source":{"type":"base64","media_type":"application/zip","data":"aGk="}}]}]}""", "Error: Unsupported file MIME type: application/zip")]
    [InlineData("""{"model":"openclaw","input":[{"role":"user","content":[{"type":"input_file","file_url":"http://169.254.169.254/latest"}]}]}""", "SsrFBlockedError: Blocked: private/internal IP address")]
    public async Task A_bad_request_names_the_first_thing_that_is_wrong(string request, string message)
    {
        await using var api = await Api.StartAsync();

        var (status, body) = await api.AskAsync(Path, request);

        Assert.Equal((400, message), (status, (string?)body["error"]!["message"]));
        Assert.Empty(api.Model.Requests);
    }

    [Fact]
    public async Task The_models_are_the_agents()
    {
        await using var api = await Api.StartAsync();

        var list = JsonNode.Parse(await api.Http.GetStringAsync(new Uri("/v1/models", UriKind.Relative), TestContext.Current.CancellationToken))!;
        using var unknown = await api.Http.GetAsync(new Uri("/v1/models/gpt-4", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(["openclaw", "openclaw/default", "openclaw/main"], list["data"]!.AsArray().Select(static m => (string?)m!["id"]));
        Assert.Equal(404, (int)unknown.StatusCode);
    }
}
