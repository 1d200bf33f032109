using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Providers;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Models;

public sealed class ModelRouterTests
{
    private const string File = ".openclaw/agents/main/agent/auth-profiles.json";
    private const string Config = """
        {"agents":{"defaults":{"model":{"primary":"a/one","fallbacks":["b/two","a/one","no-slash"]} } },
         "models":{"mode":"replace","providers":{
           "a":{"baseUrl":"https://a.example","api":"openai-completions","models":[{"id":"one","name":"One"},{"id":"other","name":"Other"}]},
           "b":{"baseUrl":"https://b.example","apiKey":"key-b","models":[{"id":"two","name":"Two"}]} } } }
        """;

    private const string Profiles = """
        {"version":1,"profiles":{"a:1":{"type":"api_key","provider":"a","key":"k1"},"a:2":{"type":"api_key","provider":"a","key":"k2"}}}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_credential_comes_before_the_next_model()
    {
        await using var bench = Bench();
        var route = await RouteAsync(bench);
        var seen = new List<string> { Name(route) };

        while (await route.NextAsync(new ModelError(ModelErrorKind.RateLimit, "429"), Ct))
            seen.Add(Name(route));

        Assert.Equal(["a/one k1", "a/one k2", "b/two key-b"], seen);
        Assert.Equal(3, route.Failures.Count);
        var stats = Stats(bench);
        Assert.Equal(1, (int)stats["a:1"]!["failureCounts"]!["rate_limit"]!);
        Assert.Equal(bench.Time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds(), (long)stats["a:2"]!["cooldownUntil"]!);
    }

    [Theory]
    [InlineData(ModelErrorKind.Auth, "a/one k2")]
    [InlineData(ModelErrorKind.Billing, "a/one k2")]
    [InlineData(ModelErrorKind.Unavailable, "a/one k2")]
    [InlineData(ModelErrorKind.Format, "b/two key-b")]
    [InlineData(ModelErrorKind.Malformed, "b/two key-b")]
    [InlineData(ModelErrorKind.Refused, null)]
    [InlineData(ModelErrorKind.ContextOverflow, null)]
    public async Task Only_what_can_be_better_elsewhere_is_tried_elsewhere(ModelErrorKind kind, string? next)
    {
        await using var bench = Bench();
        var route = await RouteAsync(bench);

        var more = await route.NextAsync(new ModelError(kind, "no"), Ct);

        Assert.Equal(next, more ? Name(route) : null);
    }

    [Fact]
    public async Task What_rests_is_skipped_until_its_time_and_is_tried_when_nothing_else_is_left()
    {
        await using var bench = Bench();
        var clock = (FakeTimeProvider)bench.Time;
        var first = await RouteAsync(bench);
        await first.NextAsync(new ModelError(ModelErrorKind.Auth, "401"), Ct);
        Assert.Equal("a/one k2", Name(await RouteAsync(bench)));

        clock.Advance(TimeSpan.FromSeconds(30));
        await first.NextAsync(new ModelError(ModelErrorKind.Auth, "401"), Ct);
        Assert.Equal("b/two key-b", Name(await RouteAsync(bench)));

        bench.Configure(Config.Replace(""","fallbacks":["b/two","a/one","no-slash"]""", string.Empty, StringComparison.Ordinal));
        Assert.Equal("a/one k1", Name(await RouteAsync(bench)));

        clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("a/one k1", Name(await RouteAsync(bench)));
    }

    [Fact]
    public async Task Success_is_written_down_once_and_clears_the_failures()
    {
        await using var bench = Bench();
        var route = await RouteAsync(bench);
        await route.NextAsync(new ModelError(ModelErrorKind.RateLimit, "429"), Ct);
        await route.SucceededAsync(Ct);

        Assert.Empty(route.Failures);
        var root = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(bench.Home, File)))!;
        Assert.Equal("a:2", (string?)root["lastGood"]!["a"]);
        Assert.Equal(bench.Time.GetUtcNow().ToUnixTimeMilliseconds(), (long)root["usageStats"]!["a:2"]!["lastUsed"]!);
        Assert.Equal(0, (int)root["usageStats"]!["a:2"]!["errorCount"]!);
    }

    [Fact]
    public async Task A_session_stays_with_the_credential_that_worked_until_it_is_compacted()
    {
        await using var bench = Bench();
        var route = await RouteAsync(bench);
        await route.NextAsync(new ModelError(ModelErrorKind.Format, "x"), Ct);
        var entry = new JsonObject { ["compactionCount"] = 2 };
        route = await RouteAsync(bench);
        await route.NextAsync(new ModelError(ModelErrorKind.Unavailable, "x"), Ct);
        await route.SucceededAsync(Ct);
        route.Pin(entry);

        Assert.Equal("""{"compactionCount":2,"authProfileOverride":"a:2","authProfileOverrideSource":"auto","authProfileOverrideCompactionCount":2}""", entry.ToJsonString());
        ((FakeTimeProvider)bench.Time).Advance(TimeSpan.FromHours(1));
        Assert.Equal("a/one k2", Name(await RouteAsync(bench, entry)));
        entry["compactionCount"] = 3;
        Assert.Equal("a/one k1", Name(await RouteAsync(bench, entry)));
    }

    [Fact]
    public async Task A_credential_that_a_person_chose_is_the_only_one()
    {
        await using var bench = Bench();
        var route = await RouteAsync(bench, new JsonObject { ["authProfileOverride"] = "a:2", ["authProfileOverrideSource"] = "user" });

        Assert.Equal("a/one k2", Name(route));
        await route.NextAsync(new ModelError(ModelErrorKind.RateLimit, "429"), Ct);
        Assert.Equal("b/two key-b", Name(route));
        await route.SucceededAsync(Ct);
        var entry = new JsonObject();
        route.Pin(entry);
        Assert.Empty(entry);
    }

    [Fact]
    public async Task The_requested_model_comes_first_and_the_primary_last()
    {
        await using var bench = Bench();
        var (route, _) = await bench.Router.RouteAsync("main", null, new ModelRef("a", "other"), Ct);
        var seen = new List<string> { Name(route!) };
        while (await route!.NextAsync(new ModelError(ModelErrorKind.Format, "404"), Ct))
            seen.Add(Name(route));

        Assert.Equal(["a/other k1", "b/two key-b", "a/one k1"], seen);
    }

    [Fact]
    public async Task Fallbacks_that_are_not_allowed_are_left_out()
    {
        await using var bench = Bench(Config.Replace("\"defaults\":{", "\"defaults\":{\"models\":{\"a/one\":{}},", StringComparison.Ordinal));
        var route = await RouteAsync(bench);
        await route.NextAsync(new ModelError(ModelErrorKind.Format, "x"), Ct);

        Assert.Single(route.Failures);
        Assert.Equal("a/one", route.Current.Model.Ref.ToString());
    }

    [Fact]
    public async Task A_level_that_the_model_does_not_know_becomes_the_nearest_one_once()
    {
        await using var bench = Bench();
        var route = await RouteAsync(bench);
        route.Thinking = "minimal";
        var refused = new ModelError(ModelErrorKind.Refused, "400 Unsupported value: 'minimal'. Supported values are: 'low', 'medium', and 'high'");

        Assert.True(await route.NextAsync(refused, Ct));
        Assert.Equal(("a/one k1", "low"), (Name(route), route.Current.Thinking));
        Assert.False(await route.NextAsync(refused, Ct));
    }

    [Fact]
    public async Task Kinds_of_runs_have_models_of_their_own_and_a_sessions_choice_wins()
    {
        await using var bench = Bench("""
            {"agents":{"defaults":{"model":{"primary":"a/one"},"heartbeat":{"model":"b/two"},"subagents":{"model":{"primary":"a/other"}}}},
            """ + Config[Config.IndexOf("\"models\"", StringComparison.Ordinal)..]);
        var session = StoredSession.From(new JsonObject { ["modelOverride"] = "nine", ["providerOverride"] = "b" });

        Assert.Equal("b/two", (await bench.Selection.WantedAsync("main", null, ModelUse.Heartbeat, Ct)).ToString());
        Assert.Equal("a/other", (await bench.Selection.WantedAsync("main", null, ModelUse.Subagent, Ct)).ToString());
        Assert.Equal("a/one", (await bench.Selection.WantedAsync("main", null, ModelUse.Chat, Ct)).ToString());
        Assert.Equal("b/nine", (await bench.Selection.WantedAsync("main", session, ModelUse.Heartbeat, Ct)).ToString());
    }

    [Fact]
    public async Task A_run_goes_on_with_the_next_model_and_says_all_reasons_when_none_is_left()
    {
        await using var bad = new ModelServer(static e => e.AnswerAsync(401, """{"error":{"message":"Incorrect API key provided: sk-test-key-1234"}}"""));
        await using var good = new ModelServer(static e => e.OpenAiAsync("from two"));
        var config = $$"""
            {"agents":{"defaults":{"model":{"primary":"a/one","fallbacks":["b/two"]} } },"models":{"mode":"replace","providers":{
              "a":{"baseUrl":"{{bad.Url}}","apiKey":"sk-test-key-1234","models":[{"id":"one","name":"One"}]},
              "b":{"baseUrl":"{{good.Url}}","apiKey":"k","models":[{"id":"two","name":"Two"}]} } } }
            """;
        await using var bench = new Workbench(config);

        var outcome = await bench.RunAsync("hi");
        Assert.Equal("from two", outcome.Text);
        bench.Configure(config.Replace(good.Url, bad.Url, StringComparison.Ordinal));
        var failed = await bench.RunAsync("again", "r-2");

        Assert.Contains("a/one: 401", failed.Error, StringComparison.Ordinal);
        Assert.Contains("b/two: 401", failed.Error, StringComparison.Ordinal);
        Assert.Contains("(auth)", failed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-test-key-1234", failed.Error, StringComparison.Ordinal);
    }

    private static Workbench Bench(string config = Config)
    {
        var bench = new Workbench(config, new FakeTimeProvider(new DateTimeOffset(2026, 1, 30, 12, 0, 0, TimeSpan.Zero)));
        bench.Write(File, Profiles);
        return bench;
    }

    private static async Task<ModelRoute> RouteAsync(Workbench bench, JsonObject? session = null)
    {
        var (route, problem) = await bench.Router.RouteAsync("main", session is null ? null : StoredSession.From(session), null, Ct);
        Assert.Null(problem);
        return route!;
    }

    private static string Name(ModelRoute route) => $"{route.Current.Model.Ref} {route.Current.Key?.Value}";

    private static JsonObject Stats(Workbench bench) => (JsonObject)JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(bench.Home, File)))!["usageStats"]!;
}
