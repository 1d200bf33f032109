using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Runs;

/// <summary>Wherever a run is when it is stopped: one end, whose number was known to whoever stopped it, and a transcript that holds together.</summary>
public sealed class AbortPhaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_tool_that_listens()
    {
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync("Looking. ", ("a", "slow", "{}"), ("b", "slow", "{}")));
        await using var bench = new Workbench(Workbench.With(server));
        var tool = bench.Add(new ScriptedTool("slow", static async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return ToolResult.Text("never");
        }));
        var run = bench.Start("hi");
        await tool.Entered.Task.WaitAsync(Ct);

        await StopAsync(bench, run, "start text tool aborted");

        Assert.Equal(
            ["user:hi", "assistant:Looking.  <slow> <slow>", "toolResult!:No result: the run was stopped.", "toolResult!:No result: the run was stopped."],
            bench.Story());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task In_a_tool_that_hangs()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("a", "stuck", "{}")), static e => e.OpenAiAsync("next"));
        await using var bench = new Workbench(Workbench.With(server), clock);
        var never = new TaskCompletionSource<ToolResult>();
        var tool = bench.Add(new ScriptedTool("stuck", (_, _) => never.Task));
        var run = bench.Start("hi");
        await tool.Entered.Task.WaitAsync(Ct);

        await StopAsync(bench, run, "start tool aborted");
        never.SetException(new InvalidOperationException("nobody waits for this"));
        var next = await bench.RunAsync("still alive?", "r-2");

        Assert.Equal("next", next.Text);
        Assert.Contains("toolResult!:No result: the run was stopped.", bench.Story());
    }

    [Fact]
    public async Task Between_two_turns()
    {
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("a", "last", "{}"), ("b", "last", "{}")));
        await using var bench = new Workbench(Workbench.With(server));
        AgentRun? run = null;
        bench.Add(new ScriptedTool("last", (_, _) =>
        {
            run!.Abort("stop");
            return Task.FromResult(ToolResult.Text("done all the same"));
        }));
        run = bench.Runner.Reserve(bench.Request("hi"))!;
        bench.Runner.Begin(run);

        var outcome = await bench.Finish(run);

        Assert.Equal(RunStatus.Aborted, outcome.Status);
        Assert.Equal("start tool aborted", bench.Heard.Kinds("r-1"));
        Assert.Equal(["user:hi", "assistant:<last> <last>", "toolResult:done all the same", "toolResult!:No result: the run was stopped."], bench.Story());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task In_the_pause_before_a_retry()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = new ModelServer(static e => e.AnswerAsync(503, "busy"));
        await using var bench = new Workbench(Workbench.With(server), clock);
        var run = bench.Start("hi");
        while (server.Requests.Count == 0)
            await Task.Delay(5, Ct);

        await StopAsync(bench, run, "start aborted", advance: false);

        Assert.Equal(["user:hi"], bench.Story());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task In_the_middle_of_the_second_answer()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("One. ", ("a", "quick", "{}")),
            static async e =>
            {
                await e.StartAsync();
                await e.OpenAiTextAsync("Two, and");
                await e.GoneAsync();
            });
        await using var bench = new Workbench(Workbench.With(server));
        bench.Add(new ScriptedTool("quick", "ok"));
        var run = bench.Start("hi");
        while ((await bench.Heard.NextAsync<RunEvent.AssistantText>()).Text.ToString() != "Two, and")
        {
        }

        var outcome = await StopAsync(bench, run, "start text tool done text aborted");

        Assert.Equal("Two, and", outcome.Text);
        Assert.Equal(["user:hi", "assistant:One.  <quick>", "toolResult:ok", "assistant?:Two, and"], bench.Story());
    }

    [Fact]
    public async Task When_the_gateway_stops_a_tool_the_session_is_not_marked_as_stopped_by_a_person()
    {
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("a", "slow", "{}")));
        await using var bench = new Workbench(Workbench.With(server));
        var tool = bench.Add(new ScriptedTool("slow", static async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return ToolResult.Text("never");
        }));
        var run = bench.Start("hi");
        await tool.Entered.Task.WaitAsync(Ct);

        await bench.Runner.DisposeAsync();

        Assert.Equal("shutdown", Assert.IsType<RunEvent.Ended>(bench.Heard.Of("r-1")[^1]).AbortReason);
        Assert.False(bench.Store.Find("agent:main:main")!.Flag("abortedLastRun"));
        Assert.Equal(3, bench.Story().Count);
    }

    private static async Task<RunOutcome> StopAsync(Workbench bench, AgentRun run, string kinds, bool advance = true)
    {
        var seq = run.Abort("rpc");
        Assert.Null(run.Abort("rpc"));
        var outcome = advance ? await bench.Finish(run) : await run.Completion.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        Assert.Equal(RunStatus.Aborted, outcome.Status);
        Assert.Equal(kinds, bench.Heard.Kinds(run.Request.RunId));
        Assert.Equal(seq, bench.Heard.Of(run.Request.RunId)[^1].Seq);
        Assert.True(bench.Store.Find("agent:main:main")!.Flag("abortedLastRun"));
        return outcome;
    }
}
