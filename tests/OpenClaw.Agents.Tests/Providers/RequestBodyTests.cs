using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;

namespace OpenClaw.Agents.Tests.Providers;

public sealed class RequestBodyTests
{
    private static readonly ModelInfo s_model = new()
    {
        Ref = new ModelRef("stub", "stub-1"),
        Name = "Stub",
        Api = ModelApis.OpenAiCompletions,
        BaseUrl = "http://127.0.0.1/",
        MaxTokens = 8000,
        Input = ["text", "image"],
    };

    private static ModelRequest Request(ModelInfo model, params ModelMessage[] messages) => new()
    {
        Model = model,
        SystemPrompt = "be kind",
        Messages = messages.Length > 0 ? messages : [Said("hi")],
    };

    [Fact]
    public void The_openai_body_has_the_recorded_keys()
    {
        var body = OpenAi(Request(s_model));

        Assert.Equal("model,messages,stream,stream_options,store,max_completion_tokens", Names(body));
        Assert.Equal("""{"role":"user","content":[{"type":"text","text":"hi"}]}""", body.GetProperty("messages")[1].GetRawText());
        Assert.Equal(8000, body.GetProperty("max_completion_tokens").GetInt64());
    }

    [Fact]
    public void A_model_that_thinks_is_told_how_hard_and_gets_a_developer_prompt()
    {
        var body = OpenAi(Request(s_model with { Reasoning = true }) with { Thinking = "high" });

        Assert.Equal("high", body.GetProperty("reasoning_effort").GetString());
        Assert.Equal("developer", body.GetProperty("messages")[0].GetProperty("role").GetString());
        Assert.DoesNotContain("reasoning_effort", Names(OpenAi(Request(s_model) with { Thinking = "high" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Deviations_of_a_server_are_respected()
    {
        var compat = new ModelCompat { SupportsStore = false, SupportsUsageInStreaming = false, MaxTokensField = "max_tokens" };

        Assert.Equal("model,messages,stream,max_tokens", Names(OpenAi(Request(s_model with { Compat = compat }))));
        Assert.Equal("model,messages,stream,stream_options,max_tokens", Names(OpenAi(Request(s_model with { Ref = new ModelRef("ollama", "x") }))));
    }

    [Fact]
    public void Pictures_go_only_to_models_that_see()
    {
        var message = new ModelMessage.User([new ContentPart.Text("look"), new ContentPart.Image("AAAA", "image/png")]);

        Assert.Equal("data:image/png;base64,AAAA",
            OpenAi(Request(s_model, message)).GetProperty("messages")[1].GetProperty("content")[1].GetProperty("image_url").GetProperty("url").GetString());
        Assert.Equal(1, OpenAi(Request(s_model with { Input = ["text"] }, message)).GetProperty("messages")[1].GetProperty("content").GetArrayLength());
        var source = Anthropic(Request(s_model, message)).GetProperty("messages")[0].GetProperty("content")[1].GetProperty("source");
        Assert.Equal("""{"type":"base64","media_type":"image/png","data":"AAAA"}""", source.GetRawText());
    }

    [Fact]
    public void The_anthropic_body_marks_what_can_be_cached()
    {
        var body = Anthropic(Request(s_model));

        Assert.Equal("model,messages,max_tokens,stream,system", Names(body));
        Assert.Equal("ephemeral", body.GetProperty("system")[0].GetProperty("cache_control").GetProperty("type").GetString());
        Assert.Equal("ephemeral", body.GetProperty("messages")[0].GetProperty("content")[0].GetProperty("cache_control").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("minimal", 1024)]
    [InlineData("low", 2048)]
    [InlineData("medium", 8192)]
    [InlineData("high", 16384)]
    public void Anthropic_thinking_has_a_budget_inside_the_answer(string level, long budget)
    {
        var body = Anthropic(Request(s_model with { Reasoning = true, MaxTokens = 64_000 }) with { Thinking = level });

        Assert.Equal(budget, body.GetProperty("thinking").GetProperty("budget_tokens").GetInt64());
        Assert.Equal(32_000 + budget, body.GetProperty("max_tokens").GetInt64());
    }

    [Fact]
    public void Neighbouring_turns_of_one_side_are_joined_for_anthropic()
    {
        var call = new ContentPart.ToolCall("call:1/x", "exec", JsonDocument.Parse("{}").RootElement);
        var body = Anthropic(Request(
            s_model,
            Said("one"), Said("two"),
            new ModelMessage.Assistant([new ContentPart.Thinking("hm", "sig"), call], "stub", "stub-1"),
            new ModelMessage.ToolResult("call:1/x", "exec", [new ContentPart.Text("ok")], IsError: false),
            Said("three")));

        var turns = body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["user", "assistant", "user"], turns.Select(static t => t.GetProperty("role").GetString()));
        Assert.Equal(["thinking", "tool_use"], turns[1].GetProperty("content").EnumerateArray().Select(static b => b.GetProperty("type").GetString()));
        Assert.Equal("call_1_x", turns[1].GetProperty("content")[1].GetProperty("id").GetString());
        Assert.Equal(["tool_result", "text"], turns[2].GetProperty("content").EnumerateArray().Select(static b => b.GetProperty("type").GetString()));
    }

    [Fact]
    public void Thoughts_of_another_model_are_left_out()
    {
        var turn = new ModelMessage.Assistant([new ContentPart.Thinking("hm", "sig"), new ContentPart.Text("so")], "other", "model");

        var content = Anthropic(Request(s_model, Said("a"), turn, Said("b"))).GetProperty("messages")[1].GetProperty("content");

        Assert.Equal("text", Assert.Single(content.EnumerateArray()).GetProperty("type").GetString());
    }

    private static ModelMessage.User Said(string text) => new([new ContentPart.Text(text)]);

    private static JsonElement OpenAi(ModelRequest request) => JsonDocument.Parse(OpenAiRequestBody.Write(request)).RootElement;

    private static JsonElement Anthropic(ModelRequest request) => JsonDocument.Parse(AnthropicRequestBody.Write(request)).RootElement;

    private static string Names(JsonElement element) => string.Join(',', element.EnumerateObject().Select(static p => p.Name));
}
