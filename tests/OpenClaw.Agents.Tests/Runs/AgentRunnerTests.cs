using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Runs;

public sealed class AgentRunnerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_starts_speaks_and_ends_and_is_accounted_for()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("Hello", " there", " 9 "));
        await using var bench = new Workbench(Workbench.With(server));

        var outcome = await bench.RunAsync("one");

        Assert.Equal(RunStatus.Completed, outcome.Status);
        Assert.Equal("Hello there 9", outcome.Text);
        Assert.Equal("start text text text end", bench.Heard.Kinds("r-1"));
        Assert.Equal([1L, 2, 3, 4, 5], bench.Heard.Of("r-1").Select(static e => e.Seq));
        var texts = bench.Heard.Of("r-1").OfType<RunEvent.AssistantText>().ToList();
        Assert.Equal(["Hello", "Hello there", "Hello there 9"], texts.Select(static t => t.Text.ToString()));
        Assert.Equal(["Hello", " there", " 9"], texts.Select(static t => t.Delta.ToString()));
        var entry = bench.Store.Find("agent:main:main")!;
        Assert.Equal((80, 7, 100), (entry.Number("inputTokens"), entry.Number("outputTokens"), entry.Number("totalTokens")));
        Assert.Equal(("stub", "stub-1", 128000), (entry.Text("modelProvider"), entry.Text("model"), entry.Number("contextTokens")));
        Assert.Contains("\"usage\":{\"input\":80,\"output\":7,\"cacheRead\":20,\"cacheWrite\":0,\"totalTokens\":107", bench.TranscriptText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_turn_carries_the_first()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("first answer"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("one", "r-1");
        await bench.RunAsync("two", "r-2");

        var messages = server.Requests[1].Body.GetProperty("messages").EnumerateArray().ToList();

        Assert.Equal(["system", "user", "assistant", "user"], messages.Select(static m => m.GetProperty("role").GetString()));
        Assert.Equal("first answer", messages[2].GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_answer_injected_between_two_turns_does_not_hide_the_first()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("first answer"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("one", "r-1");
        var entry = bench.Store.Find("agent:main:main")!;
        await bench.Store.Transcript("agent:main:main", entry)!.AddInjectedAsync(entry.SessionId!, "/tmp", "a note", Ct);
        await bench.RunAsync("two", "r-2");

        var texts = server.Requests[1].Body.GetProperty("messages").GetRawText();

        Assert.Contains("first answer", texts, StringComparison.Ordinal);
        Assert.Contains("a note", texts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, """{"error":{"message":"Incorrect API key provided: sk-test-key-1234."}}""", "models.providers.stub.apiKey")]
    [InlineData(400, """{"error":{"message":"stub says no"}}""", "400 stub says no")]
    [InlineData(403, "no such account", "403 no such account")]
    [InlineData(404, "<html>nothing here</html>", "models.providers.stub.baseUrl")]
    public async Task A_refusal_is_an_error_that_names_the_setting_and_never_the_key(int status, string body, string expected)
    {
        await using var server = new ModelServer(e => e.AnswerAsync(status, body));
        await using var bench = new Workbench(Workbench.With(server));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-test-key-1234", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-test-key-1234", bench.TranscriptText(), StringComparison.Ordinal);
        Assert.Equal("start error", bench.Heard.Kinds("r-1"));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_failure_is_retried_after_two_four_and_eight_seconds(int status)
    {
        await using var server = new ModelServer(e => e.AnswerAsync(status, """{"error":"try later"}"""));
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = new Workbench(Workbench.With(server), clock);
        var begin = clock.GetUtcNow();

        var outcome = await bench.RunAsync("hi");

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.Equal(4, server.Requests.Count);
        Assert.True(clock.GetUtcNow() - begin >= TimeSpan.FromSeconds(14));
        Assert.Equal("start error", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task A_stream_cut_in_the_middle_is_tried_again_and_the_text_starts_afresh()
    {
        await using var server = new ModelServer(
            static async e =>
            {
                await e.StartAsync();
                await e.OpenAiTextAsync("half an ans");
            },
            static e => e.OpenAiAsync("whole answer"));
        await using var bench = new Workbench(Workbench.With(server), new FakeTimeProvider(DateTimeOffset.UtcNow));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal("whole answer", outcome.Text);
        Assert.Equal("start text text end", bench.Heard.Kinds("r-1"));
        Assert.DoesNotContain("half an ans", bench.TranscriptText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_that_no_longer_fits_is_never_retried()
    {
        await using var server = new ModelServer(static e =>
            e.AnswerAsync(400, """{"error":{"message":"This model's maximum context length is 8192 tokens","code":"context_length_exceeded"}}"""));
        await using var bench = new Workbench(Workbench.With(server));

        var outcome = await bench.RunAsync("hi");

        Assert.Contains("sessions.reset", outcome.Error, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("data: {not json\n\n")]
    [InlineData("data: [1,2]\n\n")]
    public async Task A_malformed_stream_is_a_clear_error(string raw)
    {
        await using var server = new ModelServer(async e =>
        {
            await e.StartAsync();
            await e.RawAsync(raw);
        });
        await using var bench = new Workbench(Workbench.With(server));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.StartsWith("malformed answer from stub", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_no_model_api_is_told_apart()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(200, "<html>welcome</html>", "text/html"));
        await using var bench = new Workbench(Workbench.With(server));

        var outcome = await bench.RunAsync("hi");

        Assert.Contains("models.providers.stub.baseUrl", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_listening_is_an_error_that_names_the_address()
    {
        string url;
        await using (var gone = new ModelServer())
            url = Workbench.With(gone);
        await using var bench = new Workbench(url, new FakeTimeProvider(DateTimeOffset.UtcNow));

        var outcome = await bench.RunAsync("hi");

        Assert.Contains("cannot reach the model server at 127.0.0.1", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_stopped_while_it_streams_keeps_what_was_said()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("tick tick");
            await e.GoneAsync();
        });
        await using var bench = new Workbench(Workbench.With(server));
        var run = bench.Start("count");
        await bench.Heard.NextAsync<RunEvent.AssistantText>();

        var seq = run.Abort("rpc");
        var outcome = await bench.Finish(run);

        Assert.Equal(RunStatus.Aborted, outcome.Status);
        Assert.Equal("tick tick", outcome.Text);
        Assert.Equal("start text aborted", bench.Heard.Kinds("r-1"));
        Assert.Equal(seq, bench.Heard.Of("r-1")[^1].Seq);
        Assert.Contains("\"stopReason\":\"aborted\"", bench.TranscriptText(), StringComparison.Ordinal);
        Assert.True(bench.Store.Find("agent:main:main")!.Flag("abortedLastRun"));
        Assert.Null(run.Abort("rpc"));
    }

    [Fact]
    public async Task After_a_stop_the_model_is_told_and_the_transcript_stays_as_said()
    {
        await using var server = new ModelServer(
            static async e =>
            {
                await e.StartAsync();
                await e.OpenAiTextAsync("tick");
                await e.GoneAsync();
            },
            static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        var run = bench.Start("count", "r-1");
        await bench.Heard.NextAsync<RunEvent.AssistantText>();
        run.Abort("rpc");
        await bench.Finish(run);

        await bench.RunAsync("go on", "r-2");
        await bench.RunAsync("and now", "r-3");

        Assert.Matches("^\\(Note: .*\\)\n\ngo on$", Last(server.Requests[1]));
        Assert.Equal("and now", Last(server.Requests[2]));
        Assert.DoesNotContain("(Note:", bench.TranscriptText(), StringComparison.Ordinal);

        static string Last(ModelExchange request) =>
            request.Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!;
    }

    [Fact]
    public async Task A_run_stopped_before_the_first_byte_ends_at_once()
    {
        var asked = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            asked.SetResult();
            await e.GoneAsync();
        });
        await using var bench = new Workbench(Workbench.With(server));
        var run = bench.Start("count");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        run.Abort("rpc");
        var outcome = await bench.Finish(run);

        Assert.Equal(RunStatus.Aborted, outcome.Status);
        Assert.Equal("start aborted", bench.Heard.Kinds("r-1"));
        var end = await bench.Runner.Finished.WaitAsync("r-1", TimeSpan.Zero, Ct);
        Assert.True(end!.Ok);
    }

    [Fact]
    public async Task A_run_stopped_in_the_queue_never_reaches_the_model()
    {
        var release = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            await release.Task;
            await e.OpenAiAsync("done");
        });
        await using var bench = new Workbench(Workbench.With(server));
        var first = bench.Start("one", "r-1");
        await bench.Heard.NextAsync<RunEvent.Started>();
        var second = bench.Start("two", "r-2");

        var seq = second.Abort("rpc");
        var outcome = await bench.Finish(second);
        release.SetResult();
        await bench.Finish(first);

        Assert.Equal(RunStatus.Aborted, outcome.Status);
        Assert.Equal("start aborted", bench.Heard.Kinds("r-2"));
        Assert.Equal(seq, bench.Heard.Of("r-2")[^1].Seq);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_run_that_hits_its_deadline_fails_as_a_timeout_and_keeps_its_text()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("zz zz");
            await e.GoneAsync();
        });
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bench = new Workbench(Workbench.With(server), clock);
        var run = bench.Start("slow", timeout: TimeSpan.FromSeconds(2));
        await bench.Heard.NextAsync<RunEvent.AssistantText>();

        var outcome = await bench.Finish(run);

        Assert.Equal(RunStatus.TimedOut, outcome.Status);
        Assert.Contains("2 s", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("zz zz", outcome.Text);
        Assert.Equal("start text error", bench.Heard.Kinds("r-1"));
        Assert.Contains("zz zz", bench.TranscriptText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_never_asks_twice_at_once_and_others_run_beside_it()
    {
        var one = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            await one.Task;
            await e.OpenAiAsync("ok");
        });
        await using var bench = new Workbench(Workbench.With(server));
        var same = Enumerable.Range(0, 3).Select(i => bench.Start("x", $"same-{i}")).ToList();
        var others = Enumerable.Range(0, 12).Select(i => bench.Start("x", $"other-{i}", $"agent:main:s{i}")).ToList();
        for (var i = 0; i < 4; i++)
            await bench.Heard.NextAsync<RunEvent.Started>();

        one.SetResult();
        foreach (var run in same.Concat(others))
            Assert.Equal(RunStatus.Completed, (await bench.Finish(run)).Status);

        Assert.Equal(15, server.Requests.Count);
        Assert.InRange(server.Peak, 1, 4);
    }

    [Fact]
    public async Task An_outcome_is_handed_over_before_the_end_is_heard()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"), static e => e.AnswerAsync(400, """{"error":{"message":"no"}}"""));
        await using var bench = new Workbench(Workbench.With(server));

        await bench.RunAsync("x", "good");
        await bench.RunAsync("x", "bad");

        Assert.Equal(("start text", "start text end"), (bench.Heard.HeardWhenSettled["good"], bench.Heard.Kinds("good")));
        Assert.Equal(("start", "start error"), (bench.Heard.HeardWhenSettled["bad"], bench.Heard.Kinds("bad")));
    }

    [Fact]
    public async Task A_run_that_was_stopped_before_it_began_starts_and_ends_when_it_begins()
    {
        await using var server = new ModelServer();
        await using var bench = new Workbench(Workbench.With(server));
        var run = bench.Runner.Reserve(new RunRequest { RunId = "r-1", SessionKey = "agent:main:main", CallerKey = "main", Caller = RunRecorder.Owner, Message = "x" })!;

        Assert.Equal(2, run.Abort("rpc"));
        Assert.Equal(string.Empty, bench.Heard.Kinds("r-1"));
        bench.Runner.Begin(run);

        Assert.Equal(RunStatus.Aborted, (await bench.Finish(run)).Status);
        Assert.Equal("start aborted", bench.Heard.Kinds("r-1"));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Stopping_the_gateway_ends_every_run_with_an_event()
    {
        await using var server = new ModelServer(static e => e.GoneAsync());
        await using var bench = new Workbench(Workbench.With(server));
        var runs = Enumerable.Range(0, 6).Select(i => bench.Start("x", $"r-{i}", $"agent:main:s{i}")).ToList();
        await bench.Heard.NextAsync<RunEvent.Started>();

        await bench.Runner.DisposeAsync();

        Assert.All(runs, run => Assert.EndsWith("aborted", bench.Heard.Kinds(run.Request.RunId), StringComparison.Ordinal));
        Assert.Null(bench.Runner.Reserve(runs[0].Request with { RunId = "late" }));
    }

    [Fact]
    public async Task The_silent_word_is_neither_streamed_nor_answered()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("NO", "_RE", "PLY"));
        await using var bench = new Workbench(Workbench.With(server));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal(string.Empty, outcome.Text);
        Assert.Equal("start end", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task A_tool_call_is_answered_and_the_run_goes_on()
    {
        await using var server = new ModelServer(
            static async e =>
            {
                await e.StartAsync();
                await e.EventAsync("""{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"call_1","function":{"name":"exec","arguments":"{\"a\""}}]}}]}""");
                await e.EventAsync("""{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},"finish_reason":"tool_calls"}]}""");
                await e.EventAsync("[DONE]");
            },
            static e => e.OpenAiAsync("without tools, then"));
        await using var bench = new Workbench(Workbench.With(server));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal("without tools, then", outcome.Text);
        var messages = server.Requests[1].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user", "assistant", "tool"], messages.Select(static m => m.GetProperty("role").GetString()));
        Assert.Equal("Tool exec not found", messages[3].GetProperty("content").GetString());
        Assert.Contains("\"role\":\"toolResult\"", bench.TranscriptText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anthropic_answers_run_the_same_way()
    {
        await using var server = new ModelServer(static e => e.AnthropicAsync("Guten", " Tag"));
        await using var bench = new Workbench(Workbench.With(server, ModelApis.AnthropicMessages));

        var outcome = await bench.RunAsync("hi");

        Assert.Equal("Guten Tag", outcome.Text);
        Assert.Equal("/v1/messages", server.Requests[0].Path);
        Assert.Equal("sk-test-key-1234", server.Requests[0].Headers["x-api-key"]);
        Assert.Equal((9L, 7L, 3L, 2L), (outcome.Usage!.Value.Input, outcome.Usage.Value.Output, outcome.Usage.Value.CacheRead, outcome.Usage.Value.CacheWrite));
    }

    [Fact]
    public async Task Without_any_model_the_demonstration_answers_and_says_so()
    {
        await using var bench = new Workbench();

        var outcome = await bench.RunAsync("good morning");

        Assert.Equal(RunStatus.Completed, outcome.Status);
        Assert.StartsWith("[demo", outcome.Text, StringComparison.Ordinal);
        Assert.Contains("good morning", outcome.Text, StringComparison.Ordinal);
        Assert.True(bench.Heard.Of("r-1").OfType<RunEvent.AssistantText>().Count() > 2);
        Assert.Equal(new ModelRef("demo", "echo"), outcome.Model);
    }

    [Fact]
    public async Task A_missing_key_names_the_variable_and_the_setting()
    {
        await using var bench = new Workbench("""{"agents":{"defaults":{"model":{"primary":"anthropic/claude-opus-4-5"}}}}""");

        var outcome = await bench.RunAsync("hi");

        Assert.Contains("ANTHROPIC_API_KEY", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("models.providers.anthropic.apiKey", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("start error", bench.Heard.Kinds("r-1"));
    }

    [Fact]
    public async Task A_run_that_outlives_its_deleted_session_does_not_bring_it_back()
    {
        var release = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            await release.Task;
            await e.OpenAiAsync("late");
        });
        await using var bench = new Workbench(Workbench.With(server));
        var run = bench.Start("x", key: "agent:main:side");
        await bench.Heard.NextAsync<RunEvent.Started>();
        await bench.Store.RemoveAsync("agent:main:side", Ct);

        release.SetResult();
        await bench.Finish(run);

        Assert.Null(bench.Store.Find("agent:main:side"));
    }

    [Fact]
    public async Task Queued_notes_ride_along_with_the_next_turn()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Notes.Enqueue("agent:main:main", "node office connected");

        await bench.RunAsync("hi");

        var said = server.Requests[0].Body.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("text").GetString()!;
        Assert.Matches(@"^System: \[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [^\]]+\] node office connected\n\nhi$", said);
        Assert.Empty(bench.Notes.Peek("agent:main:main"));
    }

    [Fact]
    public async Task Unknown_members_of_a_session_survive_a_run()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Write(".openclaw/agents/main/sessions/sessions.json", """{"agent:main:main":{"sessionId":"0b084c5d-56ea-49e8-b53b-adc82589d546","updatedAt":1,"execHost":"node","somethingNew":{"a":[1]}}}""");

        await bench.RunAsync("hi");

        var entry = JsonDocument.Parse(File.ReadAllText(bench.StoreFile)).RootElement.GetProperty("agent:main:main");
        Assert.Equal("0b084c5d-56ea-49e8-b53b-adc82589d546", entry.GetProperty("sessionId").GetString());
        Assert.Equal("node", entry.GetProperty("execHost").GetString());
        Assert.Equal("{\"a\":[1]}", string.Concat(entry.GetProperty("somethingNew").GetRawText().Where(static c => !char.IsWhiteSpace(c))));
    }
}
