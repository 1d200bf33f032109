using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Tests.Transcripts;

public sealed class TranscriptTests
{
    /// <summary>As the original writes it: a tool call in the middle, and a note that was appended without a parent.</summary>
    private const string Original = """
        {"type":"session","version":3,"id":"0b084c5d-56ea-49e8-b53b-adc82589d546","timestamp":"2026-11-24T02:21:02.617Z","cwd":"/home/ada/.openclaw/workspace"}
        {"type":"model_change","id":"2d576d5d","parentId":null,"timestamp":"2026-11-24T02:21:02.619Z","provider":"stub","modelId":"stub-1"}
        {"type":"thinking_level_change","id":"1e3b2d68","parentId":"2d576d5d","timestamp":"2026-11-24T02:21:02.619Z","thinkingLevel":"off"}
        {"type":"custom","customType":"model-snapshot","data":{"timestamp":1795486862619,"provider":"stub","modelApi":"openai-completions","modelId":"stub-1"},"id":"4720edac","parentId":"1e3b2d68","timestamp":"2026-11-24T02:21:02.619Z"}
        {"type":"message","id":"61b78567","parentId":"4720edac","timestamp":"2026-11-24T02:21:02.621Z","message":{"role":"user","content":[{"type":"text","text":"one\n[message_id: d1]"}],"timestamp":1795486862621}}
        {"type":"message","id":"2113b3ac","parentId":"61b78567","timestamp":"2026-11-24T02:21:02.700Z","message":{"role":"assistant","content":[{"type":"text","text":"Checking. "},{"type":"toolCall","id":"call_abc123","name":"exec","arguments":{"command":"uname"}}],"api":"openai-completions","provider":"stub","model":"stub-1","stopReason":"toolUse","timestamp":1795486862700}}
        {"type":"message","id":"2be76265","parentId":"2113b3ac","timestamp":"2026-11-24T02:21:02.800Z","message":{"role":"toolResult","toolCallId":"call_abc123","toolName":"exec","content":[{"type":"text","text":"Linux"}],"isError":false,"timestamp":1795486862800}}
        {"type":"message","id":"3fa2549c","parentId":"2be76265","timestamp":"2026-11-24T02:21:02.900Z","message":{"role":"assistant","content":[{"type":"text","text":"It is Linux."}],"api":"openai-completions","provider":"stub","model":"stub-1","stopReason":"stop","timestamp":1795486862900}}
        {"type":"label","id":"77777777","parentId":"3fa2549c","timestamp":"2026-11-24T02:21:03.000Z","targetId":"61b78567","label":"here"}
        {"type":"message","id":"88888888","timestamp":"2026-11-24T02:21:04.000Z","message":{"role":"assistant","content":[{"type":"text","text":"a note"}],"stopReason":"injected","usage":{"input":0,"output":0,"totalTokens":0},"timestamp":1795486864000}}

        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_session_begins_as_the_original_begins_one()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("Hello"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("one");

        var lines = bench.TranscriptText().TrimEnd().Split('\n').Select(static line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(
            ["session", "model_change", "thinking_level_change", "custom", "message", "message"], lines.Select(static l => l.GetProperty("type").GetString()));
        Assert.Equal("type,version,id,timestamp,cwd", Names(lines[0]));
        Assert.Equal("type,id,parentId,timestamp,provider,modelId", Names(lines[1]));
        Assert.Equal("type,customType,data,id,parentId,timestamp", Names(lines[3]));
        Assert.Equal("type,id,parentId,timestamp,message", Names(lines[4]));
        Assert.Equal("role,content,timestamp", Names(lines[4].GetProperty("message")));
        Assert.Equal("role,content,api,provider,model,usage,stopReason,timestamp", Names(lines[5].GetProperty("message")));
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("parentId").ValueKind);
        for (var i = 2; i < lines.Count; i++)
            Assert.Equal(lines[i - 1].GetProperty("id").GetString(), lines[i].GetProperty("parentId").GetString());
        Assert.Equal("0.00008|0.000014|0.000002", string.Join('|', new[] { "input", "output", "cacheRead" }.Select(
            name => lines[5].GetProperty("message").GetProperty("usage").GetProperty("cost").GetProperty(name).GetDouble().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture))));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bench.Store.Transcript("agent:main:main", bench.Store.Find("agent:main:main")!)!.FilePath));
    }

    [Fact]
    public async Task A_session_of_the_original_opens_and_continues()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("two it is"));
        await using var bench = Existing(server, Original);

        await bench.RunAsync("two");

        var messages = server.Requests[0].Body.GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["system", "user", "assistant", "tool", "assistant", "assistant", "user"], messages.Select(static m => m.GetProperty("role").GetString()));
        Assert.StartsWith(Original, bench.TranscriptText(), StringComparison.Ordinal);
        var added = bench.TranscriptText()[Original.Length..].TrimEnd().Split('\n').Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["message", "message"], added.Select(static l => l.GetProperty("type").GetString()));
        Assert.Equal("88888888", added[0].GetProperty("parentId").GetString());
    }

    [Fact]
    public async Task A_line_cut_off_by_a_crash_costs_only_itself()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("fine"));
        await using var bench = Existing(server, Original + """{"type":"message","id":"99999999","parentId":"88888888","mess""");

        await bench.RunAsync("two");

        var lines = bench.TranscriptText().TrimEnd().Split('\n');
        Assert.All(lines, static line => JsonDocument.Parse(line));
        Assert.DoesNotContain("99999999", bench.TranscriptText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_and_unknown_lines_in_the_middle_are_passed_over()
    {
        var odd = Original.Replace("{\"type\":\"label\"", "not json at all\n{\"type\":\"hologram\",\"id\":\"66666666\",\"parentId\":\"3fa2549c\"}\n{\"type\":\"label\"", StringComparison.Ordinal)
            .Replace("\"version\":3", "\"version\":2", StringComparison.Ordinal);
        await using var server = new ModelServer(static e => e.OpenAiAsync("fine"));
        await using var bench = Existing(server, odd);

        var outcome = await bench.RunAsync("two");

        Assert.Equal("fine", outcome.Text);
        Assert.Contains("It is Linux.", server.Requests[0].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prompt_that_was_never_answered_gives_its_place_to_the_next()
    {
        using var folder = new TempFolder();
        var transcript = new Transcript(folder.Join("s.jsonl"), TimeProvider.System);
        var opening = new TranscriptOpening("s", "/w", "p", "m", "openai-completions", "off");
        var first = await transcript.BeginTurnAsync(opening, MessageJson.User([new ContentPart.Text("lost")], DateTimeOffset.UnixEpoch), [], Ct);

        var second = await transcript.BeginTurnAsync(opening with { ModelId = "other" }, MessageJson.User([new ContentPart.Text("again")], DateTimeOffset.UnixEpoch), [], Ct);

        Assert.Equal(first[^1].ParentId, second[^1].ParentId);
        Assert.Equal(["again"], ModelContext.Build(second).Select(static m => m.Text));
        Assert.Equal(second[^1].Id, transcript.Read().Leaf!.Id);
    }

    [Fact]
    public async Task A_crash_at_any_byte_of_an_append_leaves_a_transcript_that_reads_and_continues()
    {
        using var folder = new TempFolder();
        var last = Original[(Original.TrimEnd().LastIndexOf('\n') + 1)..];
        var before = Original[..^last.Length];
        for (var cut = 0; cut <= last.Length; cut += 7)
        {
            var transcript = new Transcript(folder.Write($"s{cut}.jsonl", before + last[..cut]), TimeProvider.System);
            Assert.Equal(TranscriptReader.LeafId(transcript.FilePath), transcript.Read().Leaf!.Id);

            var id = await transcript.AppendMessageAsync(MessageJson.User([new ContentPart.Text("next")], DateTimeOffset.UnixEpoch), Ct);

            var content = transcript.Read();
            Assert.Equal(0, content.Damaged);
            Assert.Equal(id, content.Leaf!.Id);
            Assert.True(content.PathTo(id).Count >= 9);
        }
    }

    [Fact]
    public void The_leaf_is_found_behind_a_line_longer_than_the_first_look()
    {
        using var folder = new TempFolder();
        var long1 = "{\"type\":\"message\",\"id\":\"eeeeeeee\",\"parentId\":\"88888888\",\"message\":{\"role\":\"user\",\"content\":\"" + new string('x', 300_000) + "\"}}\n";

        Assert.Equal("eeeeeeee", TranscriptReader.LeafId(folder.Write("a.jsonl", Original + long1)));
        Assert.Equal("eeeeeeee", TranscriptReader.LeafId(folder.Write("b.jsonl", Original + long1 + "{\"type\":\"unknown\"}\n")));
        Assert.Null(TranscriptReader.LeafId(folder.Write("c.jsonl", Original[..(Original.IndexOf('\n') + 1)])));
        Assert.Null(TranscriptReader.LeafId(folder.Join("none.jsonl")));
    }

    [Fact]
    public async Task Failed_and_stopped_answers_are_kept_but_not_sent()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, "no"), static e => e.OpenAiAsync("yes"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("one", "r-1");

        await bench.RunAsync("two", "r-2");

        Assert.Contains("\"errorMessage\":\"400 no\"", bench.TranscriptText(), StringComparison.Ordinal);
        Assert.Equal(["system", "user", "user"], server.Requests[1].Body.GetProperty("messages").EnumerateArray().Select(static m => m.GetProperty("role").GetString()));
    }

    [Fact]
    public void A_compaction_replaces_what_came_before_it()
    {
        using var folder = new TempFolder();
        var path = folder.Write("s.jsonl", Original + """
            {"type":"compaction","id":"cccccccc","parentId":"88888888","timestamp":"2026-11-24T02:21:05.000Z","summary":"They asked for the system.","firstKeptEntryId":"3fa2549c","tokensBefore":9}
            {"type":"message","id":"dddddddd","parentId":"cccccccc","timestamp":"2026-11-24T02:21:06.000Z","message":{"role":"user","content":"plain text","timestamp":1}}

            """);
        var content = new Transcript(path, TimeProvider.System).Read();

        var messages = ModelContext.Build(content.PathTo("dddddddd"));

        Assert.Equal(4, messages.Count);
        Assert.Contains("They asked for the system.", messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(["It is Linux.", "a note", "plain text"], messages.Skip(1).Select(static m => m.Text));
    }

    [Fact]
    public void A_tool_call_without_a_result_gets_one_for_the_model()
    {
        using var folder = new TempFolder();
        var cut = Original[..Original.IndexOf("{\"type\":\"message\",\"id\":\"2be76265\"", StringComparison.Ordinal)];
        var content = new Transcript(folder.Write("s.jsonl", cut), TimeProvider.System).Read();

        var result = Assert.IsType<ModelMessage.ToolResult>(ModelContext.Build(content.PathTo("2113b3ac"))[^1]);

        Assert.True(result.IsError);
        Assert.Equal("call_abc123", result.CallId);
    }

    [Fact]
    public void History_shows_the_end_without_envelopes_and_within_its_size()
    {
        using var folder = new TempFolder();
        var path = folder.Write("s.jsonl", Original);

        var messages = TranscriptHistory.Last(path, 200, 6 * 1024 * 1024);
        var two = TranscriptHistory.Last(path, 2, 6 * 1024 * 1024);
        var small = TranscriptHistory.Last(path, 200, 500);

        Assert.Equal(5, messages.Count);
        Assert.Equal("one", messages[0].GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal(["It is Linux.", "a note"], two.Select(static m => m.GetProperty("content")[0].GetProperty("text").GetString()));
        Assert.InRange(small.Count, 1, 4);
        Assert.Equal("a note", small[^1].GetProperty("content")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("[Telegram Ada id:42 +2m 2026-11-24 10:00 CET] hello", "hello")]
    [InlineData("[WhatsApp +4512] hello\n[message_id: x]", "hello")]
    [InlineData("[2026-11-24T10:00Z] hello", "hello")]
    [InlineData("[draft] keep this", "[draft] keep this")]
    [InlineData("[telegraphy is old] keep", "[telegraphy is old] keep")]
    [InlineData("plain", "plain")]
    public void Only_envelopes_are_stripped(string stored, string shown) => Assert.Equal(shown, UserText.Strip(stored));

    [Fact]
    public async Task Writers_inside_and_outside_a_run_form_one_chain()
    {
        using var folder = new TempFolder();
        var path = folder.Join("s.jsonl");
        await new Transcript(path, TimeProvider.System).BeginTurnAsync(
            new TranscriptOpening("s", "/w", "p", "m", "openai-completions", "off"), MessageJson.User([new ContentPart.Text("hi")], DateTimeOffset.UnixEpoch), [], Ct);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => new Transcript(path, TimeProvider.System).AddInjectedAsync("s", "/w", $"note {i}", Ct)));

        var content = new Transcript(path, TimeProvider.System).Read();
        Assert.Equal(0, content.Damaged);
        Assert.Equal(content.Entries.Count, content.PathTo(content.Leaf!.Id).Count);
        Assert.False(File.Exists(path + ".lock"));
    }

    private static Workbench Existing(ModelServer server, string transcript)
    {
        var bench = new Workbench(Workbench.With(server));
        bench.Write(".openclaw/agents/main/sessions/sessions.json", """{"agent:main:main":{"sessionId":"0b084c5d-56ea-49e8-b53b-adc82589d546","updatedAt":1795486862943}}""");
        bench.Write(".openclaw/agents/main/sessions/0b084c5d-56ea-49e8-b53b-adc82589d546.jsonl", transcript);
        return bench;
    }

    private static string Names(JsonElement element) => string.Join(',', element.EnumerateObject().Select(static p => p.Name));
}
