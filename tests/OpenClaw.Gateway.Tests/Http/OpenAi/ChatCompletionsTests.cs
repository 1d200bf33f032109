using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Http.OpenAi;

[Trait("Runbook", "A6")]
public class ChatCompletionsTests
{
    private const string Path = "/v1/chat/completions";
    private const string Hello = """{"model":"openclaw","messages":[{"role":"user","content":"hello"}]}""";
    private const string Weather = """{"type":"function","function":{"name":"get_weather","description":"weather","parameters":{"type":"object","properties":{"city":{"type":"string"}}}}}""";

    private static async Task CallsWeatherAsync(ModelExchange exchange)
    {
        await exchange.StartAsync();
        await exchange.EventAsync("""{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_77","type":"function","function":{"name":"get_weather","arguments":"{\"city\":"}}]}}]}""");
        await exchange.EventAsync("""{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"Aarhus\"}"}}]}}]}""");
        await exchange.EventAsync("""{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""");
        await exchange.EventAsync("[DONE]");
    }

    [Fact]
    public async Task An_answer_carries_the_text_and_the_real_tokens()
    {
        await using var api = await Api.StartAsync(static e => e.OpenAiAsync("po", "ng"));

        var (status, body) = await api.AskAsync(Path, Hello);

        Assert.Equal(200, status);
        Assert.Equal("id,object,created,model,choices,usage", string.Join(',', body.AsObject().Select(static m => m.Key)));
        Assert.StartsWith("chatcmpl_", (string?)body["id"], StringComparison.Ordinal);
        Assert.Equal("""{"role":"assistant","content":"pong"}""", body["choices"]![0]!["message"]!.ToJsonString());
        Assert.Equal("stop", (string?)body["choices"]![0]!["finish_reason"]);
        Assert.Equal((100, 7, 107), ((int)body["usage"]!["prompt_tokens"]!, (int)body["usage"]!["completion_tokens"]!, (int)body["usage"]!["total_tokens"]!));
    }

    [Fact]
    public async Task A_stream_opens_with_the_role_and_ends_with_a_stop_chunk_and_the_usage_asked_for()
    {
        await using var api = await Api.StartAsync(static e => e.OpenAiAsync("po", "ng"));

        var events = await api.StreamAsync(Path, """{"stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"hello"}]}""");

        var chunks = events.SkipLast(1).Select(static e => JsonNode.Parse(e.Data)!).ToList();
        Assert.Equal("[DONE]", events[^1].Data);
        Assert.Equal("""{"index":0,"delta":{"role":"assistant"},"finish_reason":null}""", chunks[0]["choices"]![0]!.ToJsonString());
        Assert.Equal("pong", string.Concat(chunks.Skip(1).SkipLast(2).Select(static c => (string?)c["choices"]![0]!["delta"]!["content"])));
        Assert.Equal("""{"index":0,"delta":{},"finish_reason":"stop"}""", chunks[^2]["choices"]![0]!.ToJsonString());
        Assert.Empty(chunks[^1]["choices"]!.AsArray());
        Assert.Equal(107, (int)chunks[^1]["usage"]!["total_tokens"]!);
        Assert.Single(chunks.Select(static c => (string?)c["id"]).Distinct());
    }

    [Fact]
    public async Task Earlier_messages_are_context_and_system_messages_go_into_the_system_prompt()
    {
        await using var api = await Api.StartAsync();

        await api.AskAsync(Path, """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"one"},{"role":"assistant","content":"two"},
             {"role":"user","content":[{"type":"text","text":"three"},{"type":"text","text":"four"}]},{"role":"assistant","content":"cut off"}]}
            """);

        var sent = api.Model.Requests[0].Body.GetProperty("messages");
        var prompt = sent[1].GetProperty("content");
        Assert.Contains("Be brief.", sent[0].GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            "[Chat messages since your last reply - for context]\nUser: one\nAssistant: two\n\n[Current message - respond to this]\nUser: three\nfour",
            prompt.ValueKind == System.Text.Json.JsonValueKind.String ? prompt.GetString() : prompt[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_call_of_the_clients_tool_is_handed_out_and_its_outcome_continues_the_conversation()
    {
        await using var api = await Api.StartAsync(CallsWeatherAsync, static e => e.OpenAiAsync("4 degrees"));

        var (_, asked) = await api.AskAsync(Path, $$"""{"messages":[{"role":"user","content":"weather?"}],"tools":[{{Weather}}]}""");
        var (_, told) = await api.AskAsync(Path, $$"""
            {"messages":[{"role":"user","content":"weather?"},{"role":"assistant","content":"","tool_calls":{{asked["choices"]![0]!["message"]!["tool_calls"]!.ToJsonString()}}},
             {"role":"tool","tool_call_id":"call_77","content":"4C"}],"tools":[{{Weather}}]}
            """);

        Assert.Equal("tool_calls", (string?)asked["choices"]![0]!["finish_reason"]);
        Assert.Equal(
            """{"role":"assistant","content":"","tool_calls":[{"id":"call_77","type":"function","function":{"name":"get_weather","arguments":"{\u0022city\u0022:\u0022Aarhus\u0022}"}}]}""",
            asked["choices"]![0]!["message"]!.ToJsonString());
        Assert.Equal("4 degrees", (string?)told["choices"]![0]!["message"]!["content"]);
        var offered = api.Model.Requests[0].Body.GetProperty("tools").EnumerateArray().Select(static t => t.GetProperty("function").GetProperty("name").GetString());
        Assert.Contains("get_weather", offered);
        var second = api.Model.Requests[1].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["user", "assistant", "tool"], second.Skip(1).Select(static m => m.GetProperty("role").GetString()));
        Assert.Equal("call_77", second[^1].GetProperty("tool_call_id").GetString());
    }

    [Fact]
    public async Task A_streamed_tool_call_comes_as_name_then_arguments_then_the_reason()
    {
        await using var api = await Api.StartAsync(CallsWeatherAsync);

        var events = await api.StreamAsync(Path, $$"""{"stream":true,"messages":[{"role":"user","content":"weather?"}],"tools":[{{Weather}}]}""");

        Assert.Equal(
            [
                """{"index":0,"delta":{"role":"assistant"},"finish_reason":null}""",
                """{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_77","type":"function","function":{"name":"get_weather","arguments":""}}]},"finish_reason":null}""",
                """{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\u0022city\u0022:\u0022Aarhus\u0022}"}}]},"finish_reason":null}""",
                """{"index":0,"delta":{},"finish_reason":"tool_calls"}""",
            ],
            events.SkipLast(1).Select(static e => JsonNode.Parse(e.Data)!["choices"]![0]!.ToJsonString()));
    }

    [Theory]
    [InlineData(400, 400, "invalid_request_error")]
    [InlineData(401, 401, "invalid_request_error")]
    [InlineData(402, 402, "invalid_request_error")]
    public async Task A_refusal_of_the_provider_is_the_status_of_the_answer(int provider, int status, string type)
    {
        await using var api = await Api.StartAsync(e => e.AnswerAsync(provider, """{"error":{"message":"stub says no"}}"""));

        var (plain, body) = await api.AskAsync(Path, Hello);
        var stream = await api.StreamAsync(Path, """{"stream":true,"messages":[{"role":"user","content":"hello"}]}""");

        Assert.Equal((status, type), (plain, (string?)body["error"]!["type"]));
        Assert.StartsWith($"{provider} stub says no", (string?)body["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal(type, (string?)JsonNode.Parse(stream[1].Data)!["error"]!["type"]);
        Assert.Equal("[DONE]", stream[2].Data);
    }

    [Theory]
    [InlineData("""{"messages":[]}""", "Missing user message in `messages`.")]
    [InlineData("""{"messages":[{"role":"system","content":"x"}]}""", "Missing user message in `messages`.")]
    [InlineData("""{"model":"openclaw/nobody","messages":[{"role":"user","content":"x"}]}""", "Invalid `model`. Use `openclaw` or `openclaw/<agentId>`.")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"max_tokens":0}""", "max_tokens: a whole number above 0")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"temperature":3}""", "temperature: a number from 0 to 2")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"tool_choice":"required"}""", "Error: tool_choice=required but no tools were provided")]
    [InlineData("""{"messages":[{"role":"user","content":"x"}],"tool_choice":{"type":"function","function":{"name":"x"}}}""", "tool_choice requested unknown tool: x")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:text/plain;base64,aGk="}}]}]}""", "Error: Unsupported image MIME type: text/plain")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"http://127.0.0.1/x.png"}}]}]}""", "SsrFBlockedError: Blocked: private/internal IP address")]
    public async Task A_bad_request_says_what_is_wrong_and_reaches_no_model(string request, string message)
    {
        await using var api = await Api.StartAsync();

        var (status, body) = await api.AskAsync(Path, request);

        Assert.Equal((400, message, "invalid_request_error"), (status, (string?)body["error"]!["message"], (string?)body["error"]!["type"]));
        Assert.Empty(api.Model.Requests);
    }

    [Theory]
    [InlineData("cron:job-1")]
    [InlineData("agent:main:subagent:x")]
    [InlineData("acp:1")]
    public async Task A_session_key_of_a_reserved_kind_is_refused(string key)
    {
        await using var api = await Api.StartAsync();

        var (status, body) = await api.AskAsync(Path, Hello, ("x-openclaw-session-key", key));

        Assert.Equal(400, status);
        Assert.Contains("reserved", (string?)body["error"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_names_a_lasting_session_and_sampling_reaches_the_model()
    {
        await using var api = await Api.StartAsync();
        const string First = """{"user":"User-7","messages":[{"role":"user","content":"one"}],"max_completion_tokens":33,"temperature":0.5,"stop":["x"],"seed":4}""";

        await api.AskAsync(Path, First);
        await api.AskAsync(Path, """{"user":"user-7","messages":[{"role":"user","content":"two"}]}""");

        var (first, second) = (api.Model.Requests[0].Body, api.Model.Requests[1].Body);
        Assert.Equal(["system", "user", "assistant", "user"], second.GetProperty("messages").EnumerateArray().Select(static m => m.GetProperty("role").GetString()));
        Assert.Equal((0.5, 4), (first.GetProperty("temperature").GetDouble(), first.GetProperty("seed").GetInt32()));
        Assert.Equal(33, (first.TryGetProperty("max_tokens", out var limit) ? limit : first.GetProperty("max_completion_tokens")).GetInt32());
    }

    [Fact]
    public async Task Hanging_up_stops_the_run()
    {
        var began = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        await using var api = await Api.StartAsync(async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("and so");
            began.SetResult();
            await e.GoneAsync();
            gone.SetResult();
        });
        var response = await api.PostAsync(Path, """{"stream":true,"messages":[{"role":"user","content":"hello"}]}""");
        await began.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        response.Dispose();

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nope")]
    [InlineData("Basic dGVzdA==")]
    public async Task Without_the_secret_nothing_is_answered(string? authorization)
    {
        await using var api = await Api.StartAsync();
        api.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : System.Net.Http.Headers.AuthenticationHeaderValue.Parse(authorization);

        var (status, body) = await api.AskAsync(Path, Hello);

        Assert.Equal((401, """{"error":{"message":"Unauthorized","type":"unauthorized"}}"""), (status, body.ToJsonString()));
        Assert.Empty(api.Model.Requests);
    }

    [Fact]
    public async Task Guessing_over_HTTP_is_slowed_down_and_the_secret_does_not_help_meanwhile()
    {
        await using var api = await Api.StartAsync();
        for (var i = 0; i < 7; i++)
        {
            api.Http.DefaultRequestHeaders.Authorization = new("Bearer", $"guess-{i}");
            await api.AskAsync(Path, Hello);
        }

        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", TestGateway.Token);
        using var response = await api.PostAsync(Path, Hello);

        Assert.Equal(429, (int)response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }
}
