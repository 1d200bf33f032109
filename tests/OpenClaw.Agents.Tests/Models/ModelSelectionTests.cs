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
        await using var server = new ModelServer(static e => e.Path == "/api/tags"
            ? e.AnswerAsync(200, """{"models":[{"name":"llama3.2:3b"},{"name":"qwen3:8b"}]}""")
            : e.OpenAiAsync("from ollama"));
        await using var bench = new Workbench(ollama: new Uri(server.Url));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal("from ollama", outcome.Text);
        Assert.Equal("ollama/llama3.2:3b", outcome.Model.ToString());
        Assert.Equal("/v1/chat/completions", server.Requests[1].Path);
        Assert.False(server.Requests[1].Headers.ContainsKey("Authorization"));
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
}
