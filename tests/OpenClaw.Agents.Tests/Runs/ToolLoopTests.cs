using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class ToolLoopTests
{
    [Fact]
    public async Task A_tool_is_offered_used_and_its_result_goes_to_the_model_and_into_the_transcript()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("Checking.", ("call_1", "clock", """{"zone":"UTC"}""")),
            static e => e.OpenAiAsync("It is noon"));
        await using var bench = new Workbench(Workbench.With(server));
        using var details = JsonDocument.Parse("""{"hour":12}""");
        var data = details.RootElement.Clone();
        var tool = bench.Add(new ScriptedTool("clock", (_, _) => Task.FromResult(ToolResult.Text("12:00", data))));

        var outcome = await bench.RunAsync("what time is it");

        Assert.Equal("It is noon", outcome.Text);
        Assert.Equal("clock", server.Requests[0].Body.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
        Assert.Equal("UTC", Assert.Single(tool.Calls).Arguments.GetProperty("zone").GetString());
        Assert.Equal("12:00", server.Requests[1].Body.GetProperty("messages")[3].GetProperty("content").GetString());
        Assert.Equal("start text tool done text end", bench.Heard.Kinds("r-1"));
        Assert.Equal([1L, 2, 3, 4, 5, 6], bench.Heard.Of("r-1").Select(static e => e.Seq));
        Assert.Equal(["user:what time is it", "assistant:Checking. <clock>", "toolResult:12:00", "assistant:It is noon"], bench.Story());
        Assert.Contains("\"details\":{\"hour\":12},\"isError\":false", bench.TranscriptText(), StringComparison.Ordinal);
        var entry = bench.Store.Find("agent:main:main")!;
        Assert.Equal((130, 12, 100), (entry.Number("inputTokens"), entry.Number("outputTokens"), entry.Number("totalTokens")));
    }

    [Fact]
    public async Task Twenty_calls_in_twenty_turns_run_one_after_another()
    {
        await using var server = new ModelServer(
            [.. Enumerable.Range(1, 20).Select<int, Func<ModelExchange, Task>>(i => e => e.OpenAiCallsAsync(string.Empty, ($"c{i}", "step", $$"""{"n":{{i}}}"""))),
             static e => e.OpenAiAsync("all done")]);
        await using var bench = new Workbench(Workbench.With(server));
        var tool = bench.Add(new ScriptedTool("step", static (call, _) => Task.FromResult(ToolResult.Text($"did {call.Arguments.GetProperty("n")}"))));

        var outcome = await bench.RunAsync("go");

        Assert.Equal("all done", outcome.Text);
        Assert.Equal(Enumerable.Range(1, 20), tool.Calls.Select(static call => call.Arguments.GetProperty("n").GetInt32()));
        Assert.Equal($"start {string.Concat(Enumerable.Repeat("tool done ", 20))}text end", bench.Heard.Kinds("r-1"));
        Assert.Equal(Enumerable.Range(1, 43).Select(static i => (long)i), bench.Heard.Of("r-1").Select(static e => e.Seq));
        Assert.Equal(42, bench.Story().Count);
        Assert.Equal(21, server.Requests.Count);
    }

    [Theory]
    [InlineData("required", "\"required\"", null)]
    [InlineData("clock", "{\"type\":\"function\",\"function\":{\"name\":\"clock\"}}", null)]
    [InlineData("none", "\"none\"", "\"none\"")]
    public async Task A_tool_is_demanded_once_else_the_run_could_not_end(string choice, string first, string? second)
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync(string.Empty, ("call_1", "clock", "{}")),
            static e => e.OpenAiAsync("It is noon"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Add(new ScriptedTool("clock", static (_, _) => Task.FromResult(ToolResult.Text("12:00"))));

        var outcome = await bench.Finish(bench.Start(bench.Request("what time is it") with { ToolChoice = choice }));

        Assert.Equal("It is noon", outcome.Text);
        Assert.Equal([first, second], server.Requests.Select(static request =>
            request.Body.TryGetProperty("tool_choice", out var sent) ? sent.GetRawText() : null));
    }

    [Fact]
    public async Task Twenty_calls_in_one_answer_never_overlap()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync(string.Empty, [.. Enumerable.Range(1, 20).Select(static i => ($"c{i}", "step", "{}"))]),
            static e => e.OpenAiAsync("all done"));
        await using var bench = new Workbench(Workbench.With(server));
        var tool = bench.Add(new ScriptedTool("step", static async (_, _) =>
        {
            await Task.Yield();
            return ToolResult.Text("ok");
        }));

        await bench.RunAsync("go");

        Assert.Equal(20, tool.Calls.Count);
        Assert.Equal(1, tool.Peak);
        Assert.Equal(23, bench.Story().Count);
    }

    [Fact]
    public async Task An_unknown_tool_bad_arguments_and_a_throwing_tool_are_errors_the_model_hears_of()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync(string.Empty, ("a", "nope", "{}"), ("b", "works", "[1]"), ("c", "works", "{broken"), ("d", "breaks", "{}"), ("e", "works", "{}")),
            static e => e.OpenAiAsync("carried on"));
        await using var bench = new Workbench(Workbench.With(server));
        var works = bench.Add(new ScriptedTool("works", "fine"));
        bench.Add(new ScriptedTool("breaks", static (_, _) => throw new InvalidOperationException("the disk is upside down")));

        var outcome = await bench.RunAsync("go");

        Assert.Equal("carried on", outcome.Text);
        Assert.Single(works.Calls);
        Assert.Equal("start tool failed tool failed tool failed tool failed tool done text end", bench.Heard.Kinds("r-1"));
        var results = server.Requests[1].Body.GetProperty("messages").EnumerateArray().Skip(3).Select(static m => m.GetProperty("content").GetString()!).ToList();
        Assert.Equal("Tool nope not found", results[0]);
        Assert.Contains("one JSON object", results[1], StringComparison.Ordinal);
        Assert.Contains("{broken", results[2], StringComparison.Ordinal);
        Assert.Contains("the disk is upside down", results[3], StringComparison.Ordinal);
        Assert.Equal("fine", results[4]);

        // What is sent back to a provider must be objects again.
        var calls = server.Requests[1].Body.GetProperty("messages")[2].GetProperty("tool_calls").EnumerateArray();
        Assert.All(calls, static call => Assert.Equal("{}", call.GetProperty("function").GetProperty("arguments").GetString()));
    }

    [Fact]
    public async Task Progress_is_heard_while_a_tool_works_and_never_after_it()
    {
        Action<ToolResult>? late = null;
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync(string.Empty, ("a", "slow", "{}")),
            static e => e.OpenAiAsync("done"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Add(new ScriptedTool("slow", (call, _) =>
        {
            late = call.Progress;
            call.Progress!(ToolResult.Text("half"));
            return Task.FromResult(ToolResult.Text("whole"));
        }));

        await bench.RunAsync("go");
        late!(ToolResult.Text("too late"));

        Assert.Equal("start tool progress done text end", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task A_model_that_calls_the_same_tool_for_ever_ends_at_the_deadline()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("again", "loop", "{}")));
        await using var bench = new Workbench(Workbench.With(server), clock);
        var calls = 0;
        bench.Add(new ScriptedTool("loop", (_, _) =>
        {
            // Each use takes a minute of the run's ten.
            calls++;
            clock.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(ToolResult.Text("again"));
        }));

        var outcome = await bench.Start("go", timeout: TimeSpan.FromMinutes(10)).Completion.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(RunStatus.TimedOut, outcome.Status);
        Assert.Equal(10, calls);
        Assert.EndsWith("error", bench.Heard.Kinds("r-1"), StringComparison.Ordinal);
        Assert.Equal(bench.Story().Count(static line => line.Contains("<loop>", StringComparison.Ordinal)), bench.Story().Count(static line => line.StartsWith("toolResult", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_without_tools_offers_none_and_keeps_the_callers_choices()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("plain"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Add(new ScriptedTool("clock", "12:00"));

        await bench.Finish(bench.Start(bench.Request("hi") with { UseTools = false }));

        Assert.False(server.Requests[0].Body.TryGetProperty("tools", out var tools) && tools.GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_call_of_the_callers_own_tool_ends_the_run_after_ours_ran_and_its_result_continues_it()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("One moment. ", ("theirs", "weather", """{"city":"Oslo"}"""), ("ours", "clock", "{}")),
            static e => e.OpenAiAsync("Cold at noon"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Add(new ScriptedTool("clock", "12:00"));
        var weather = new[] { ScriptedTool.Define("weather") };

        var first = await bench.Finish(bench.Start(bench.Request("weather?") with { ClientTools = weather }));

        Assert.Equal(RunStatus.Completed, first.Status);
        Assert.Equal(("theirs", "weather", "Oslo"), (first.ClientCalls[0].Id, first.ClientCalls[0].Name, first.ClientCalls[0].Arguments.GetProperty("city").GetString()));
        Assert.Single(first.ClientCalls);
        Assert.Equal((StopReasons.ToolUse, "One moment."), (first.StopReason, first.Text));
        Assert.Equal("start text tool done end", bench.Heard.Kinds("r-1"));

        var second = await bench.Finish(bench.Start(bench.Request(string.Empty, "r-2") with
        {
            ClientTools = weather,
            ToolResults = [new ClientToolResult("theirs", "weather", "-3 degrees")],
        }));

        Assert.Equal("Cold at noon", second.Text);
        Assert.Equal(
            ["user:weather?", "assistant:One moment.  <weather> <clock>", "toolResult:12:00", "toolResult:-3 degrees", "assistant:Cold at noon"], bench.Story());
        Assert.Equal(
            ["system", "user", "assistant", "tool", "tool"],
            server.Requests[1].Body.GetProperty("messages").EnumerateArray().Select(static m => m.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task A_call_the_caller_never_answers_gets_an_error_before_the_next_prompt()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync(string.Empty, ("theirs", "weather", "{}")),
            static e => e.OpenAiAsync("never mind"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.Finish(bench.Start(bench.Request("weather?") with { ClientTools = [ScriptedTool.Define("weather")] }));

        await bench.RunAsync("forget it", "r-2");

        Assert.Equal(
            ["user:weather?", "assistant:<weather>", "toolResult!:No result: the tool was not run, or nobody knows what it came to.", "user:forget it", "assistant:never mind"],
            bench.Story());
    }
}
