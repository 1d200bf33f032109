using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Runs;

/// <summary>Many sessions at once, each with a fate of its own: for each the exact events and the exact transcript.</summary>
public sealed class ScriptedModelTests
{
    private const int Calls = 20;

    [Fact]
    public async Task Ten_sessions_loop_twenty_tools_each_beside_one_another()
    {
        await using var server = new ModelServer(static e =>
        {
            var results = Results(e);
            return results < Calls ? e.OpenAiCallsAsync(string.Empty, ($"c{results}", "step", $$"""{"n":{{results}}}""")) : e.OpenAiAsync("done");
        });
        await using var bench = new Workbench(Workbench.With(server).Replace("\"maxConcurrent\":4", "\"maxConcurrent\":10", StringComparison.Ordinal));
        bench.Add(new ScriptedTool("step", static async (call, _) =>
        {
            await Task.Yield();
            return ToolResult.Text($"did {call.Arguments.GetProperty("n")}");
        }));

        var runs = Enumerable.Range(0, 10).Select(i => bench.Start("go", $"r-{i}", $"agent:main:s{i}")).ToList();
        await Task.WhenAll(runs.Select(bench.Finish));

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal($"start {string.Concat(Enumerable.Repeat("tool done ", Calls))}text end", bench.Heard.Kinds($"r-{i}"));
            Assert.Equal(Enumerable.Range(1, 2 * Calls + 3).Select(static n => (long)n), bench.Heard.Of($"r-{i}").Select(static e => e.Seq));
            string[] expected = ["user:go", .. Enumerable.Range(0, Calls).SelectMany(static n => new[] { "assistant:<step>", $"toolResult:did {n}" }), "assistant:done"];
            Assert.Equal(expected, bench.Story($"agent:main:s{i}"));
        }
    }

    [Fact]
    public async Task Every_failure_of_a_provider_ends_its_own_run_and_no_other()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = new ModelServer(static e => Fate(e) switch
        {
            "refused" => e.AnswerAsync(400, """{"error":{"message":"no such thing"}}"""),
            "locked" => e.AnswerAsync(401, """{"error":{"message":"invalid api key"}}"""),
            "busy" => e.AnswerAsync(429, """{"error":{"message":"rate limit"}}"""),
            "broken" => e.AnswerAsync(500, """{"error":{"message":"oops"}}"""),
            "cut" => CutAsync(e),
            "overflow" => e.AnswerAsync(400, """{"error":{"message":"prompt is too long"}}"""),
            "hanging" => HangAsync(e),
            "garbled" => GarbleAsync(e),
            _ => e.OpenAiAsync("fine"),
        });
        await using var bench = new Workbench(Workbench.With(server).Replace("\"maxConcurrent\":4", "\"maxConcurrent\":20", StringComparison.Ordinal), clock);
        string[] fates = ["refused", "locked", "busy", "broken", "cut", "overflow", "hanging", "garbled", "good", "better"];

        var runs = fates.ToDictionary(static fate => fate, fate => bench.Start($"fate {fate}", fate, $"agent:main:{fate}", TimeSpan.FromMinutes(5)));
        foreach (var run in runs.Values)
            await bench.Finish(run);

        Assert.Equal("start error", bench.Heard.Kinds("refused"));
        Assert.Equal("start error", bench.Heard.Kinds("locked"));
        Assert.Equal("start error", bench.Heard.Kinds("busy"));
        Assert.Equal("start error", bench.Heard.Kinds("broken"));
        Assert.Equal("start text text text text error", bench.Heard.Kinds("cut"));
        Assert.Equal("start error", bench.Heard.Kinds("overflow"));
        Assert.Equal("start text error", bench.Heard.Kinds("hanging"));
        Assert.Equal("start text error", bench.Heard.Kinds("garbled"));
        Assert.Equal("start text end", bench.Heard.Kinds("good"));
        Assert.Equal("start text end", bench.Heard.Kinds("better"));
        foreach (var fate in fates)
            Assert.Equal(Enumerable.Range(1, bench.Heard.Of(fate).Count).Select(static n => (long)n), bench.Heard.Of(fate).Select(static e => e.Seq));

        Assert.Equal(["user:fate refused", "assistant?:"], bench.Story("agent:main:refused"));
        Assert.Equal(["user:fate cut", "assistant?:half"], bench.Story("agent:main:cut"));
        Assert.Equal(["user:fate hanging", "assistant?:half"], bench.Story("agent:main:hanging"));
        Assert.Equal(["user:fate garbled", "assistant?:half"], bench.Story("agent:main:garbled"));
        Assert.Equal(["user:fate good", "assistant:fine"], bench.Story("agent:main:good"));
        Assert.Equal(RunStatus.TimedOut, (await runs["hanging"].Completion).Status);
        Assert.Equal((1, 4, 4), (Asked(server, "refused"), Asked(server, "busy"), Asked(server, "cut")));
        foreach (var run in runs.Values)
            Assert.NotNull(await bench.Runner.Finished.WaitAsync(run.Request.RunId, TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_any_failure_the_session_goes_on()
    {
        var failing = true;
        await using var server = new ModelServer(e => failing ? CutAsync(e) : e.OpenAiAsync("well again"));
        await using var bench = new Workbench(Workbench.With(server), new FakeTimeProvider(DateTimeOffset.UtcNow));
        await bench.RunAsync("one", "r-1");
        failing = false;

        var outcome = await bench.RunAsync("two", "r-2");

        Assert.Equal("well again", outcome.Text);
        Assert.Equal(["system", "user", "user"], server.Requests[^1].Body.GetProperty("messages").EnumerateArray().Select(static m => m.GetProperty("role").GetString()));
    }

    private static int Results(ModelExchange exchange) => exchange.Body.GetProperty("messages").EnumerateArray().Count(static m => m.GetProperty("role").GetString() == "tool");

    private static string Fate(ModelExchange exchange) => exchange.Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!.Split(' ')[^1];

    private static int Asked(ModelServer server, string fate) => server.Requests.Count(exchange => Fate(exchange) == fate);

    private static async Task CutAsync(ModelExchange exchange)
    {
        await exchange.StartAsync();
        await exchange.OpenAiTextAsync("half");
    }

    private static async Task HangAsync(ModelExchange exchange)
    {
        await exchange.StartAsync();
        await exchange.OpenAiTextAsync("half");
        await exchange.GoneAsync();
    }

    private static async Task GarbleAsync(ModelExchange exchange)
    {
        await exchange.StartAsync();
        await exchange.OpenAiTextAsync("half");
        await exchange.RawAsync("data: {\"choices\":[{]\n\n");
    }
}
