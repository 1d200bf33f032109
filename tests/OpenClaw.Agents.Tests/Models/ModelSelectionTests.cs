using OpenClaw.Agents.Models;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Models;

public sealed class ModelSelectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_in_the_environment_is_enough_for_a_model()
    {
        await using var anthropic = new Workbench(environment: ("ANTHROPIC_API_KEY", "sk-a"));
        await using var openai = new Workbench(environment: ("OPENAI_API_KEY", "sk-o"));

        Assert.Equal("anthropic/claude-opus-4-5", anthropic.Selection.Default("main").ToString());
        Assert.Equal("openai/gpt-5.2", openai.Selection.Default("main").ToString());
    }

    [Fact]
    public async Task A_local_ollama_is_found_and_used_when_nothing_is_configured()
    {
        await using var server = new ModelServer(static e => e.Path switch
        {
            "/api/tags" => e.AnswerAsync(200, """{"models":[{"name":"llama3.2:3b"},{"name":"qwen3:8b"}]}"""),
            "/api/show" when e.Body.GetProperty("model").GetString() == "qwen3:8b" =>
                e.AnswerAsync(200, """{"capabilities":["completion","tools","thinking","vision"],"model_info":{"qwen3.context_length":20480}}"""),
            "/api/show" => e.AnswerAsync(404, "{}"),
            _ => e.PiecesAsync("""{"message":{"content":"from ollama"},"done":true,"done_reason":"stop"}""" + "\n", 1, "application/x-ndjson"),
        });
        await using var bench = new Workbench(ollama: new Uri(server.Url));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal("from ollama", outcome.Text);
        Assert.Equal("ollama/llama3.2:3b", outcome.Model.ToString());
        var call = Assert.Single(server.Requests, static request => request.Path == "/api/chat");
        Assert.False(call.Headers.ContainsKey("Authorization"));
        Assert.Equal(32768, call.Body.GetProperty("options").GetProperty("num_ctx").GetInt64());
        var other = bench.Catalog.Resolve(new ModelRef("ollama", "qwen3:8b"))!;
        Assert.Equal((20480, true, true), (other.ContextWindow, other.Reasoning, other.TakesImages));
        Assert.Contains(bench.Catalog.All(), static model => model.Ref.ToString() == "ollama/qwen3:8b");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"models":"none"}""")]
    [InlineData("[]")]
    public async Task Something_else_on_that_port_is_not_taken_for_ollama(string body)
    {
        await using var server = new ModelServer(e => e.AnswerAsync(200, body));
        await using var bench = new Workbench(ollama: new Uri(server.Url));

        Assert.Equal("demo/echo", (await bench.Selection.DefaultAsync("main", Ct)).ToString());
    }

    [Fact]
    public async Task A_configured_model_is_never_looked_for_elsewhere()
    {
        await using var server = new ModelServer();
        await using var bench = new Workbench(
            """{"models":{"providers":{"lm":{"baseUrl":"http://127.0.0.1:1234/v1","models":[{"id":"local","name":"Local"}]}}}}""", ollama: new Uri(server.Url));

        Assert.Equal("lm/local", (await bench.Selection.DefaultAsync("main", Ct)).ToString());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_session_wins_over_the_agent_and_the_agent_over_the_default()
    {
        await using var bench = new Workbench("""
            {"agents":{"defaults":{"model":{"primary":"openai/gpt-5"}},"list":[{"id":"ops","model":"anthropic/claude-haiku-4-5"},{"id":"main"}]}}
            """);
        var session = await bench.Store.UpdateAsync("agent:ops:main", static e =>
        {
            e["providerOverride"] = "openai";
            e["modelOverride"] = "gpt-4o";
        }, Ct);

        Assert.Equal("openai/gpt-5", bench.Selection.Default("main").ToString());
        Assert.Equal("anthropic/claude-haiku-4-5", bench.Selection.Default("ops").ToString());
        Assert.Equal("openai/gpt-4o", (await bench.Selection.ForRunAsync("ops", session, Ct)).Model!.Ref.ToString());
    }

    [Theory]
    [InlineData("opus", "anthropic/claude-opus-4-5", null)]
    [InlineData("OpenAI/gpt-5", "openai/gpt-5", null)]
    [InlineData("openai/gpt-4o", null, "model not allowed: openai/gpt-4o")]
    [InlineData("x/", null, "invalid model: x/")]
    public async Task Only_allowed_models_may_be_chosen(string text, string? model, string? problem)
    {
        await using var bench = new Workbench("""
            {"agents":{"defaults":{"model":{"primary":"openai/gpt-5"},"models":{"anthropic/claude-opus-4-5":{"alias":"opus"}}}}}
            """);

        var (chosen, why) = bench.Selection.Choose("main", text);

        Assert.Equal((model, problem), (chosen?.ToString(), why));
    }

    [Theory]
    [InlineData("think", "minimal")]
    [InlineData("ON", "low")]
    [InlineData("mid", "medium")]
    [InlineData("ultrathink", "high")]
    [InlineData("xhigh", "xhigh")]
    [InlineData("gigantic", null)]
    public void Thinking_has_synonyms(string word, string? level) => Assert.Equal(level, ThinkingLevels.Parse(word));

    [Fact]
    public async Task Keys_come_from_the_profile_then_the_environment_then_the_configuration()
    {
        await using var bench = new Workbench(
            """{"models":{"providers":{"stub":{"baseUrl":"https://example.com","apiKey":"STUB_KEY","models":[]},"openai":{"baseUrl":"","apiKey":"sk-config","models":[]}}}}""",
            environment: [("OPENAI_API_KEY", "sk-env"), ("STUB_KEY", "sk-named")]);

        Assert.Equal("sk-env", bench.Keys.Find("main", "openai")!.Value);
        Assert.Equal("sk-named", bench.Keys.Find("main", "stub")!.Value);
        bench.Write(".openclaw/agents/main/agent/auth-profiles.json", """
            {"version":1,"profiles":{
              "openai:old":{"type":"api_key","provider":"openai","key":"sk-old"},
              "openai:tired":{"type":"api_key","provider":"openai","key":"sk-tired"},
              "openai:expired":{"type":"token","provider":"openai","token":"t","expires":1}},
             "order":{"openai":["openai:tired","openai:old"]},
             "usageStats":{"openai:tired":{"cooldownUntil":99999999999999}}}
            """);
        var key = bench.Keys.Find("main", "openai")!;
        Assert.Equal("sk-old", key.Value);
        Assert.DoesNotContain("sk-", key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai", "https://api.openai.com/v1", ModelApis.OpenAiResponses)]
    [InlineData("openai", "http://127.0.0.1:8080/v1", ModelApis.OpenAiCompletions)]
    [InlineData("anthropic", "http://127.0.0.1:8080", ModelApis.AnthropicMessages)]
    [InlineData("google", "http://127.0.0.1:8080", ModelApis.GoogleGenerativeAi)]
    [InlineData("ollama", "http://127.0.0.1:11434", ModelApis.Ollama)]
    [InlineData("ollama", "http://127.0.0.1:11434/v1/", ModelApis.OpenAiCompletions)]
    [InlineData("lmstudio", "http://127.0.0.1:1234/v1", ModelApis.OpenAiCompletions)]
    public async Task A_provider_that_names_no_format_has_its_usual_one(string provider, string url, string api)
    {
        await using var bench = new Workbench($$"""{"models":{"providers":{"{{provider}}":{"baseUrl":"{{url}}","models":[]} } } }""");

        Assert.Equal(api, bench.Catalog.Resolve(new ModelRef(provider, "new-one"))!.Api);
    }

    [Fact]
    public async Task Parameters_of_a_model_travel_with_it()
    {
        await using var bench = new Workbench("""
            {"agents":{"defaults":{"models":{"Anthropic/claude-opus-4-5":{"params":{"temperature":0.25,"maxTokens":1000,"cacheControlTtl":"1h"}},"openai/gpt-5.2":{},"openai/gpt-5-mini":{"alias":"tiny"}}}}}
            """);

        Assert.Equal(new ModelParams(0.25, 1000, "1h"), bench.Catalog.Resolve(new ModelRef("anthropic", "claude-opus-4-5"))!.Params);
        Assert.Equal(new ModelParams(), bench.Catalog.Resolve(new ModelRef("openai", "gpt-5.2"))!.Params);
        Assert.Equal("openai/gpt-5.2", bench.Selection.Choose("main", "GPT").Model.ToString());
        Assert.Equal("openai/gpt-5-mini", bench.Selection.Choose("main", "tiny").Model.ToString());
        Assert.Null(bench.Selection.Choose("main", "gpt-mini").Model);
    }

    [Fact]
    public async Task A_key_is_all_that_a_well_known_provider_needs()
    {
        await using var bench = new Workbench(environment: ("OPENROUTER_API_KEY", "sk-or"));

        var model = bench.Catalog.Resolve(ModelRef.Parse("openrouter/meta/llama-4")!.Value)!;

        Assert.Equal("meta/llama-4", model.Ref.Id);
        Assert.Equal("sk-or", bench.Keys.ForCall("main", model).Key?.Value);
    }

    [Theory]
    [InlineData("openai/gpt-5@openai:work", "openai/gpt-5", "openai:work")]
    [InlineData("opus@me", "opus", "me")]
    [InlineData("vendor@x/model", "vendor@x/model", null)]
    [InlineData("opus", "opus", null)]
    public void A_credential_may_be_named_with_the_model(string text, string model, string? profile) =>
        Assert.Equal((model, profile), ModelSelection.SplitProfile(text));
}
