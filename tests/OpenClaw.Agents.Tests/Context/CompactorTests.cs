using System.Text.Json;
using OpenClaw.Agents.Context;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Tests.Context;

public sealed class CompactorTests
{
    private const string Key = "agent:main:main";
    private const string Overflow = """{"error":{"message":"prompt is too long: 250000 tokens > 200000 maximum"}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_older_part_becomes_a_summary_and_the_newest_part_stays()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("## Goal\nBuild a boat."));
        await using var bench = new Workbench(Workbench.With(server));
        var transcript = await TalkAsync(bench, turns: 4, chars: 40_000);

        var result = await bench.Compactor.RunAsync(await OrderAsync(bench, transcript), Ct);

        Assert.True(result.Done, result.Reason);
        Assert.Equal(1, result.Count);
        Assert.True(result.TokensAfter < result.TokensBefore);
        var content = transcript.Read();
        var entry = content.Leaf!;
        Assert.Equal("type,id,parentId,timestamp,summary,firstKeptEntryId,tokensBefore,details,fromHook", string.Join(',', entry.Raw.EnumerateObject().Select(static m => m.Name)));
        Assert.Equal(result.TokensBefore, entry.Raw.GetProperty("tokensBefore").GetInt64());
        var messages = ModelContext.Build(content.PathTo(entry.Id));
        Assert.StartsWith("<summary>\n## Goal\nBuild a boat.", messages[0].Text, StringComparison.Ordinal);
        Assert.IsType<ModelMessage.User>(messages[1]);
        Assert.StartsWith("answer 4", messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(result.TokensAfter, bench.Store.Find(Key)!.Number("totalTokens"));
        Assert.Equal(1, bench.Store.Find(Key)!.Number("compactionCount"));
        Assert.Null(bench.Store.Find(Key)!.Number("inputTokens"));
        var asked = server.Requests[0].Body;
        Assert.Equal(8000, asked.GetProperty("max_completion_tokens").GetInt64());
        Assert.Contains("question 1", asked.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("question 4", asked.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_short_or_was_just_shortened_is_left_alone()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("notes"));
        await using var bench = new Workbench(Workbench.With(server));
        var transcript = await TalkAsync(bench, turns: 2, chars: 100);
        var order = await OrderAsync(bench, transcript);
        Assert.Contains("short enough", (await bench.Compactor.RunAsync(order, Ct)).Reason, StringComparison.Ordinal);

        await TalkAsync(bench, turns: 4, chars: 40_000);
        Assert.True((await bench.Compactor.RunAsync(order, Ct)).Done);

        Assert.Equal("it has just been compacted", (await bench.Compactor.RunAsync(order, Ct)).Reason);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_older_summary_is_brought_up_to_date_and_nothing_in_between_is_lost()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("first notes"), static e => e.OpenAiAsync("second notes"));
        await using var bench = new Workbench(Workbench.With(server));
        var transcript = await TalkAsync(bench, turns: 3, chars: 40_000);
        var order = await OrderAsync(bench, transcript);
        await bench.Compactor.RunAsync(order, Ct);
        await TalkAsync(bench, turns: 3, chars: 40_000, from: 4);

        await bench.Compactor.RunAsync(order, Ct);

        var asked = server.Requests[1].Body.GetRawText();
        Assert.Contains("first notes", asked, StringComparison.Ordinal);
        Assert.Contains("question 3", asked, StringComparison.Ordinal);
        Assert.Equal(2, bench.Store.Find(Key)!.Number("compactionCount"));
        Assert.StartsWith("<summary>\nsecond notes", ModelContext.Build(transcript.Read().PathTo(transcript.Read().Leaf!.Id))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_of_a_long_turn_gets_its_own_notes_and_files_and_failures_are_listed()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("turn notes"));
        await using var bench = new Workbench(Workbench.With(server));
        var transcript = await TalkAsync(bench, turns: 0, chars: 0);
        async Task Add(JsonElement message) => await transcript.AppendMessageAsync(message, Ct);
        await Add(Conversation.User("paint the boat"));
        await Add(Conversation.Assistant("reading", 0, Conversation.Call("read", "/w/a.md", "c1"), Conversation.Call("read", "/w/b.md", "c2"), Conversation.Call("edit", "/w/b.md", "c3")));
        await Add(Conversation.Result("fine", call: "c1"));
        await Add(Conversation.Result("no such\n file", failed: true, tool: "read", call: "c2"));
        await Add(Conversation.Result(new string('x', 50_000), call: "c3"));
        await Add(Conversation.Assistant(new string('y', 80_100)));

        await bench.Compactor.RunAsync(await OrderAsync(bench, transcript), Ct);

        var entry = transcript.Read().Leaf!;
        var summary = entry.Text("summary")!;
        Assert.StartsWith("# The current turn so far\n\nturn notes", summary, StringComparison.Ordinal);
        Assert.Contains("## Tool Failures\n- read: no such file", summary, StringComparison.Ordinal);
        Assert.EndsWith("<read-files>\n/w/a.md\n</read-files>\n\n<modified-files>\n/w/b.md\n</modified-files>", summary, StringComparison.Ordinal);
        Assert.Equal("""{"readFiles":["/w/a.md"],"modifiedFiles":["/w/b.md"]}""", entry.Raw.GetProperty("details").GetRawText());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_history_larger_than_its_share_is_summarised_in_pieces_that_build_on_each_other()
    {
        var n = 0;
        await using var server = new ModelServer(e => e.OpenAiAsync($"notes {Interlocked.Increment(ref n)}"));
        await using var bench = new Workbench(Workbench.With(server));
        var transcript = await TalkAsync(bench, turns: 20, chars: 40_000);

        var result = await bench.Compactor.RunAsync(await OrderAsync(bench, transcript), Ct);

        Assert.True(result.Done);
        Assert.True(server.Requests.Count > 1);
        for (var i = 1; i < server.Requests.Count; i++)
            Assert.Contains($"notes {i}", server.Requests[i].Body.GetRawText(), StringComparison.Ordinal);
        Assert.StartsWith($"notes {server.Requests.Count}", transcript.Read().Leaf!.Text("summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("safeguard", true, true)]
    [InlineData("safeguard", false, false)]
    [InlineData("default", true, false)]
    public async Task A_summary_that_fails_costs_the_view_only_where_the_session_would_be_stuck(string mode, bool overflow, bool done)
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, "no"));
        await using var bench = new Workbench(Workbench.With(server, extra: $$""","compaction":{"mode":"{{mode}}"}"""));
        var transcript = await TalkAsync(bench, turns: 4, chars: 40_000);
        var before = File.ReadAllText(transcript.FilePath);

        var result = await bench.Compactor.RunAsync(await OrderAsync(bench, transcript) with { IsOverflow = overflow }, Ct);

        Assert.Equal(done, result.Done);
        if (done)
            Assert.StartsWith(SummaryTexts.Unavailable, transcript.Read().Leaf!.Text("summary"), StringComparison.Ordinal);
        else
            Assert.Equal((before, "the summary failed: 400 no"), (File.ReadAllText(transcript.FilePath), result.Reason));
    }

    [Fact]
    public async Task A_run_whose_conversation_overflows_goes_on_with_the_summary()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, Overflow), static e => e.OpenAiAsync("## Goal\nnotes"), static e => e.OpenAiAsync("fits now"));
        await using var bench = new Workbench(Workbench.With(server), compacts: true);
        await TalkAsync(bench, turns: 4, chars: 40_000);

        var outcome = await bench.RunAsync("and now?");

        Assert.Equal((RunStatus.Completed, "fits now"), (outcome.Status, outcome.Text));
        Assert.Equal("start compact again text end", bench.Heard.Kinds("r-1"));
        var sent = server.Requests[2].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Contains("## Goal\\nnotes", sent[1].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("and now?", sent[^1].GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("question 1", server.Requests[2].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instructions_of_a_person_reach_the_model()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("notes"));
        await using var bench = new Workbench(Workbench.With(server));
        await TalkAsync(bench, turns: 4, chars: 40_000);

        var result = await new SessionCompaction(bench.Compactor, bench.Store, bench.Router, bench.Selection).CompactAsync(Key, "keep the colours", Ct);

        Assert.Equal((true, 128_000), (result.Done, result.ContextTokens));
        Assert.Contains("keep the colours", server.Requests[0].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_are_saved_once_before_a_conversation_is_shortened_and_nobody_sees_it()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("NO_REPLY"), static e => e.OpenAiAsync("hello"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Tools.Add(new ScriptedTool("write", "written"));
        await TalkAsync(bench, turns: 1, chars: 10);
        await bench.Store.UpdateAsync(Key, static entry => (entry["totalTokens"], entry["contextTokens"], entry["compactionCount"]) = (105_000, 128_000, 2), Ct);
        bench.Notes.Enqueue(Key, "the door opened");

        await bench.RunAsync("hi", "r-1");

        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("memory/", server.Requests[0].Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("the door opened", server.Requests[0].Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("the door opened", server.Requests[1].Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("start text end", bench.Heard.Kinds("r-1"));
        Assert.Equal(2, bench.Store.Find(Key)!.Number("memoryFlushCompactionCount"));

        await bench.Store.UpdateAsync(Key, static entry => entry["totalTokens"] = 105_000, Ct);
        await bench.RunAsync("hi again", "r-2");
        Assert.Equal(3, server.Requests.Count);
    }

    private static async Task<Transcript> TalkAsync(Workbench bench, int turns, int chars, int from = 1)
    {
        var session = await bench.Store.UpdateAsync(Key, static _ => { }, Ct);
        var transcript = bench.Store.Transcript(Key, session)!;
        if (!transcript.Exists)
            await transcript.BeginTurnAsync(new TranscriptOpening(session.SessionId!, "/w", "stub", "stub-1", "openai-completions", "off"), null, [], Ct);
        for (var i = from; i < from + turns; i++)
        {
            await transcript.AppendMessageAsync(Conversation.User($"question {i} {new string('q', chars / 2)}"), Ct);
            await transcript.AppendMessageAsync(Conversation.Assistant($"answer {i} {new string('a', chars / 2)}"), Ct);
        }

        return transcript;
    }

    private static async Task<CompactionOrder> OrderAsync(Workbench bench, Transcript transcript)
    {
        var session = bench.Store.Find(Key)!;
        var (route, _) = await bench.Router.RouteAsync("main", session, null, Ct);
        return new CompactionOrder(Key, session.SessionId!, transcript, route!.Current, 128_000);
    }
}
