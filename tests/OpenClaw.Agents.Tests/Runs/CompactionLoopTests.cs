using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class CompactionLoopTests
{
    private const string Overflow = """{"error":{"message":"prompt is too long: 250000 tokens > 200000 maximum"}}""";

    [Fact]
    public async Task A_conversation_that_no_longer_fits_is_shortened_and_asked_again_once()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, Overflow), static e => e.OpenAiAsync("fits now"));
        await using var bench = new Workbench(Workbench.With(server), compactor: new ScriptedCompactor(static (_, _) => Task.FromResult<string?>(null)));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal("fits now", outcome.Text);
        Assert.Equal("start compact again text end", bench.Heard.Kinds("r-1"));
        Assert.Equal(["user:hi", "assistant:fits now"], bench.Story());
    }

    [Fact]
    public async Task A_second_overflow_is_final_and_says_what_helps()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, Overflow));
        await using var bench = new Workbench(Workbench.With(server), compactor: new ScriptedCompactor(static (_, _) => Task.FromResult<string?>(null)));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Contains("/reset", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal("start compact again error", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task A_compaction_that_fails_ends_its_pair_of_events_and_the_run()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, Overflow));
        await using var bench = new Workbench(Workbench.With(server), compactor: new ScriptedCompactor(static (_, _) => Task.FromResult<string?>("nothing to cut")));

        var outcome = await bench.RunAsync("hi");

        Assert.Null(outcome.Fault);
        Assert.Equal(["user:hi", "assistant?:"], bench.Story());
        Assert.Equal("start compact compacted error", bench.Heard.Kinds("r-1"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_turn_near_the_end_of_the_window_is_followed_by_a_compaction_before_the_end()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("long talk"));
        await using var bench = new Workbench(
            Workbench.With(server), compactor: new ScriptedCompactor(static (_, _) => Task.FromResult<string?>(null), dueAbove: 99));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal((RunStatus.Completed, "long talk"), (outcome.Status, outcome.Text));
        Assert.Equal("start text compact compacted end", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task A_run_that_is_being_compacted_takes_nothing_and_can_be_stopped()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, Overflow));
        var compactor = new ScriptedCompactor(static async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return null;
        });
        await using var bench = new Workbench(Workbench.With(server), compactor: compactor);
        var run = bench.Start("hi");
        await compactor.Entered.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.False(run.TrySteer("hello?"));
        var seq = run.Abort("rpc");
        var outcome = await bench.Finish(run);

        Assert.Equal(RunStatus.Aborted, outcome.Status);
        Assert.Equal("start compact compacted aborted", bench.Heard.Kinds("r-1"));
        Assert.Equal(seq, bench.Heard.Of("r-1")[^1].Seq);
        Assert.True(bench.Store.Find("agent:main:main")!.Flag("abortedLastRun"));
    }
}
