using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class RunLaneTests
{
    [Theory]
    [InlineData(RunLanes.Main, 4)]
    [InlineData(RunLanes.Subagent, 3)]
    [InlineData(RunLanes.Cron, 2)]
    [InlineData(RunLanes.Nested, 1)]
    [InlineData("a lane of the caller's own", 4)]
    public async Task A_lane_holds_as_many_runs_as_configured(string lane, int expected)
    {
        var open = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ModelServer(async e =>
        {
            // Nobody is answered before the lane is as full as it may be, and then there is time to become fuller.
            if (Interlocked.Increment(ref open) == expected)
                full.TrySetResult();
            await full.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            await Task.Delay(60, TestContext.Current.CancellationToken);
            await e.OpenAiAsync("ok");
        });
        var config = Workbench.With(server, extra: ""","subagents":{"maxConcurrent":3}""").Replace("\"models\":", "\"cron\":{\"maxConcurrentRuns\":2},\"models\":", StringComparison.Ordinal);
        await using var bench = new Workbench(config);

        var runs = Enumerable.Range(0, 9).Select(i => bench.Start(bench.Request("hi", $"r-{i}", $"agent:main:s{i}") with { Lane = lane })).ToList();
        foreach (var run in runs)
            Assert.Equal(RunStatus.Completed, (await bench.Finish(run)).Status);

        Assert.Equal(expected, server.Peak);
    }

    [Fact]
    public async Task A_heartbeat_leaves_activity_and_routing_as_they_were()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("HEARTBEAT_OK"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("hi", "r-1");
        await bench.Store.UpdateAsync(
            "agent:main:main",
            static entry =>
            {
                entry["lastChannel"] = "telegram";
                entry["lastTo"] = "42";
            },
            TestContext.Current.CancellationToken);
        var before = bench.Store.Find("agent:main:main")!;

        await bench.Finish(bench.Start(bench.Request("look around", "r-2") with
        {
            IsHeartbeat = true,
            SessionChange = static entry => entry["lastTo"] = "heartbeat",
        }));

        var after = bench.Store.Find("agent:main:main")!;
        Assert.Equal(before.UpdatedAt, after.UpdatedAt);
        Assert.Equal(("telegram", "42"), (after.Text("lastChannel"), after.Text("lastTo")));
        Assert.True(Assert.IsType<RunEvent.Started>(bench.Heard.Of("r-2")[0]).IsQuiet);
    }

    [Fact]
    public async Task A_run_in_a_new_session_leaves_the_old_transcript_and_begins_without_memory()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        var first = await bench.RunAsync("the blue door", "r-1");

        var second = await bench.Finish(bench.Start(bench.Request("two", "r-2") with { NewSession = true }));

        Assert.NotEqual(first.SessionId, second.SessionId);
        Assert.Equal(["user:two", "assistant:ok"], bench.Story());
        Assert.DoesNotContain("the blue door", server.Requests[1].Body.GetProperty("messages").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(bench.SessionsDir, "*.jsonl").Length);
    }

    [Fact]
    public async Task A_model_of_one_run_is_not_the_sessions_model_afterwards()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server).Replace(
            "\"models\":[", "\"models\":[{\"id\":\"other\",\"contextWindow\":64000,\"maxTokens\":1000},", StringComparison.Ordinal));

        await bench.Finish(bench.Start(bench.Request("hi", "r-1") with { Model = new ModelRef("stub", "other") }));
        await bench.RunAsync("hi", "r-2");

        Assert.Equal(["other", "stub-1"], server.Requests.Select(static e => e.Body.GetProperty("model").GetString()));
    }

    [Fact]
    public async Task A_tool_sees_who_asked_and_where()
    {
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("a", "look", "{}")), static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        var tool = bench.Add(new ScriptedTool("look", "seen"));

        await bench.Finish(bench.Start(bench.Request("hi") with
        {
            Caller = new RunCaller(RunOrigin.Channel, ["operator.write"], Id: "alice"),
            Channel = "telegram",
            AccountId = "bot",
            To = "42",
            ThreadId = "7",
        }));

        var scene = Assert.Single(tool.Calls).Scene;
        Assert.Equal(("r-1", "agent:main:main", "main", "alice"), (scene.RunId, scene.SessionKey, scene.AgentId, scene.Caller.Id));
        Assert.Equal(("telegram", "bot", "42", "7"), (scene.Channel, scene.AccountId, scene.To, scene.ThreadId));
        Assert.Equal("stub-1", scene.Model!.Ref.Id);
    }
}
