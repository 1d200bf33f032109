using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class SteeringTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_said_during_a_tool_call_skips_the_rest_and_is_read_next()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync(string.Empty, ("a", "dig", "{}"), ("b", "dig", "{}"), ("c", "fill", "{}")),
            static e => e.OpenAiAsync("stopped digging"));
        await using var bench = new Workbench(Workbench.With(server));
        var go = new TaskCompletionSource();
        var dig = bench.Add(new ScriptedTool("dig", async (_, ct) =>
        {
            await go.Task.WaitAsync(ct);
            return ToolResult.Text("dug");
        }));
        var fill = bench.Add(new ScriptedTool("fill", "filled"));
        var run = bench.Start("dig");
        await dig.Entered.Task.WaitAsync(Ct);

        Assert.True(run.TrySteer("enough now", messageId: "m-7"));
        go.SetResult();
        var outcome = await bench.Finish(run);

        Assert.Equal("stopped digging", outcome.Text);
        Assert.Single(dig.Calls);
        Assert.Empty(fill.Calls);
        var story = bench.Story();
        Assert.Equal(["user:dig", "assistant:<dig> <dig> <fill>", "toolResult:dug"], story.Take(3));
        Assert.All(story.Skip(3).Take(2), static line => Assert.StartsWith("toolResult!:Skipped", line, StringComparison.Ordinal));
        Assert.Equal(["user:enough now\n[message_id: m-7]", "assistant:stopped digging"], story.Skip(5));
        Assert.Equal("start tool done text end", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task What_is_said_during_the_last_answer_gets_an_answer_of_its_own()
    {
        var go = new TaskCompletionSource();
        await using var server = new ModelServer(
            async e =>
            {
                await e.StartAsync();
                await e.OpenAiTextAsync("first");
                await go.Task;
                await e.EventAsync("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
                await e.EventAsync("[DONE]");
            },
            static e => e.OpenAiAsync("second"));
        await using var bench = new Workbench(Workbench.With(server));
        var run = bench.Start("one");
        await bench.Heard.NextAsync<RunEvent.AssistantText>();

        Assert.True(run.TrySteer("two"));
        go.SetResult();
        var outcome = await bench.Finish(run);

        Assert.Equal("second", outcome.Text);
        Assert.Empty(outcome.Unheard);
        Assert.Equal(["user:one", "assistant:first", "user:two", "assistant:second"], bench.Story());
        Assert.Equal("start text text end", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task A_run_that_waits_or_has_ended_takes_nothing()
    {
        var go = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            await go.Task;
            await e.OpenAiAsync("ok");
        });
        await using var bench = new Workbench(Workbench.With(server));
        var first = bench.Start("one", "r-1");
        var second = bench.Start("two", "r-2");
        Assert.False(second.TrySteer("hello?"));
        go.SetResult();
        await bench.Finish(first);
        await bench.Finish(second);

        Assert.False(second.TrySteer("hello?"));
        Assert.Equal(4, bench.Story().Count);
    }

    [Fact]
    public async Task What_a_failed_run_never_heard_is_handed_back()
    {
        var go = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            await go.Task;
            await e.AnswerAsync(400, """{"error":{"message":"no"}}""");
        });
        await using var bench = new Workbench(Workbench.With(server));
        var run = bench.Start("one");
        await bench.Heard.NextAsync<RunEvent.Started>();
        while (!run.TrySteer("still there?"))
            await Task.Delay(5, Ct);
        go.SetResult();

        var outcome = await bench.Finish(run);

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal("still there?", Assert.Single(outcome.Unheard).Text);
    }
}
