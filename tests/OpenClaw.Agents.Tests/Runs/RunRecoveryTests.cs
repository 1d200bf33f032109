using System.Text.Json;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Runs.Recovery;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class RunRecoveryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_on_disk_while_it_goes_on_and_gone_when_it_has_ended()
    {
        var seen = string.Empty;
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("a", "look", "{}")), static e => e.OpenAiAsync("done"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Add(new ScriptedTool("look", (_, _) =>
        {
            seen = File.ReadAllText(bench.JournalFile);
            return Task.FromResult(ToolResult.Text("ok"));
        }));

        await bench.RunAsync("remember me");

        Assert.Contains("\"message\":\"remember me\"", seen, StringComparison.Ordinal);
        Assert.Contains("\"op\":\"tool\"", seen, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.JournalFile));
    }

    [Fact]
    public async Task A_person_is_told_of_an_unfinished_run_and_the_model_too()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("first"), static e => e.OpenAiAsync("second"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("one", "r-1");
        Interrupted(bench, bench.Request("two", "r-2"), usedTools: true);

        var told = await RecoverAsync(bench);
        await bench.RunAsync("three", "r-3");

        Assert.Equal("r-2", Assert.Single(told).RunId);
        var story = bench.Story();
        Assert.Contains("“two”", story[2], StringComparison.Ordinal);
        Assert.Contains("steps had already been taken", story[2], StringComparison.Ordinal);
        Assert.StartsWith("user:System: [", story[3], StringComparison.Ordinal);
        Assert.Contains("Tools had been used", story[3], StringComparison.Ordinal);
        Assert.False((await bench.Runner.Finished.WaitAsync("r-2", TimeSpan.Zero, Ct))!.Ok);
        Assert.False(File.Exists(bench.JournalFile));
    }

    [Fact]
    public async Task A_message_that_never_reached_its_turn_is_told_of_even_in_a_session_that_does_not_exist_yet()
    {
        await using var bench = new Workbench();
        Interrupted(bench, bench.Request("hello?", "r-1"));

        await RecoverAsync(bench);

        Assert.Contains("“hello?”", Assert.Single(bench.Story()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunOrigin.Cron)]
    [InlineData(RunOrigin.Hook)]
    [InlineData(RunOrigin.Agent)]
    public async Task Work_nobody_watched_is_done_again_if_it_had_done_nothing_yet(RunOrigin origin)
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("done this time"));
        await using var bench = new Workbench(Workbench.With(server));
        Interrupted(bench, bench.Request("sweep", "job-1") with { Caller = new RunCaller(origin, ["operator.write"]), Lane = RunLanes.Cron });

        var told = await RecoverAsync(bench);
        var end = await bench.Runner.Finished.WaitAsync("job-1", TimeSpan.FromSeconds(20), Ct);

        Assert.True(end!.Ok);
        Assert.Empty(told);
        Assert.Equal(["user:sweep", "assistant:done this time"], bench.Story());
    }

    [Fact]
    public async Task Work_that_had_used_a_tool_or_was_begun_anew_before_is_not_done_again()
    {
        await using var server = new ModelServer();
        await using var bench = new Workbench(Workbench.With(server));
        var job = bench.Request("sweep", "job-1") with { Caller = RunCaller.Hook };
        Interrupted(bench, job, usedTools: true);
        Interrupted(bench, job with { RunId = "job-2", Attempt = 1 });

        var told = await RecoverAsync(bench);

        Assert.Equal(["job-1", "job-2"], told.Select(static run => run.RunId));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_run_somebody_else_keeps_account_of_is_left_to_that_one()
    {
        await using var server = new ModelServer();
        await using var bench = new Workbench(Workbench.With(server));
        Interrupted(bench, bench.Request("sweep", "job-1") with { Caller = RunCaller.Job("j") });

        var told = await RecoverAsync(bench, static run => run.Origin == RunOrigin.Cron);

        Assert.Empty(told);
        Assert.Empty(server.Requests);
        Assert.False(File.Exists(bench.JournalFile));
    }

    [Fact]
    public async Task A_cut_off_transcript_is_whole_again_before_anything_is_added()
    {
        await using var server = new ModelServer(static e => e.OpenAiCallsAsync(string.Empty, ("a", "slow", "{}"), ("b", "slow", "{}")), static e => e.OpenAiAsync("back"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Add(new ScriptedTool("slow", "ok"));
        await bench.RunAsync("one", "r-1");
        var file = bench.Store.Transcript("agent:main:main", bench.Store.Find("agent:main:main")!)!.FilePath;
        var lines = File.ReadAllLines(file);
        var call = Array.FindIndex(lines, static line => line.Contains("toolCall\"", StringComparison.Ordinal));

        // The process ended after the first of two results and in the middle of writing the second.
        File.WriteAllText(file, string.Join('\n', lines[..(call + 2)]) + "\n" + lines[call + 2][..40]);
        Interrupted(bench, bench.Request("one", "r-1"), usedTools: true);

        await RecoverAsync(bench);

        var story = bench.Story();
        Assert.Equal(["user:one", "assistant:<slow> <slow>", "toolResult:ok"], story.Take(3));
        Assert.StartsWith("toolResult!:No result: the gateway ended", story[3], StringComparison.Ordinal);
        Assert.StartsWith("assistant:I was restarted", story[4], StringComparison.Ordinal);
        Assert.All(File.ReadAllLines(file), static line => JsonDocument.Parse(line).Dispose());
        Assert.Equal("back", (await bench.RunAsync("two", "r-2")).Text);
        Assert.Equal(["system", "user", "assistant", "tool", "tool", "assistant", "user"],
            server.Requests[^1].Body.GetProperty("messages").EnumerateArray().Select(static m => m.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task Damage_in_the_journal_costs_only_the_damaged_line()
    {
        await using var bench = new Workbench();
        Interrupted(bench, bench.Request("kept", "r-1"));
        File.AppendAllText(bench.JournalFile, "{\"op\":\"begin\",\"runId\":7}\n[]\n{\"op\":\"beg");

        Assert.Equal("r-1", Assert.Single(await RecoverAsync(bench)).RunId);
    }

    [Fact]
    public async Task A_run_the_gateway_cut_off_when_it_stopped_is_still_owed()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("half of");
            await e.GoneAsync();
        });
        await using var bench = new Workbench(Workbench.With(server));
        bench.Start("one");
        await bench.Heard.NextAsync<RunEvent.AssistantText>();

        await bench.Runner.DisposeAsync();

        using var journal = new RunJournal(bench.JournalFile, bench.Time);
        Assert.Equal("one", Assert.Single(journal.Left()).Message);
    }

    private static void Interrupted(Workbench bench, RunRequest request, bool usedTools = false)
    {
        using var journal = new RunJournal(bench.JournalFile, bench.Time);
        journal.Began(request);
        if (usedTools)
            journal.UsesTool(request.RunId);
    }

    private static async Task<List<UnfinishedRun>> RecoverAsync(Workbench bench, Func<UnfinishedRun, bool>? takenOver = null)
    {
        var told = new List<UnfinishedRun>();

        // A process that has run something already does not look again: what it finds is what the next process would.
        using var next = new RunJournal(bench.JournalFile, bench.Time);
        var journal = bench.Store.Find("agent:main:main") is null ? bench.Journal : next;
        var recovery = new RunRecovery(journal, bench.Runner, bench.Store, bench.Notes) { IsTakenOver = takenOver };
        await recovery.RunAsync((run, _, _) => told.Add(run), static (run, problem) => Assert.Fail($"{run.RunId}: {problem}"), Ct);
        return told;
    }
}
