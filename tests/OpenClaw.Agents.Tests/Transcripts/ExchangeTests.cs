using System.Text.Json.Nodes;
using OpenClaw.Agents.Context;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tests.Context;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Tests.Transcripts;

/// <summary>Files go back and forth between the original and us (spec 08 §22, 8).</summary>
public sealed class ExchangeTests
{
    private const string Key = "agent:main:main";
    private const string SessionId = "0b084c5d-56ea-49e8-b53b-adc82589d546";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_original_can_read_a_session_with_tools_a_summary_and_a_fork()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("one"), static e => e.OpenAiAsync("notes"), static e => e.OpenAiAsync("two"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("first", "r-1");
        var session = bench.Store.Find(Key)!;
        var transcript = bench.Store.Transcript(Key, session)!;
        for (var i = 0; i < 4; i++)
        {
            await transcript.AppendMessageAsync(Conversation.User($"question {i} {new string('q', 20_000)}"), Ct);
            await transcript.AppendMessageAsync(Conversation.Assistant($"answer {i}", 0, Conversation.Call("read", "/w/a", $"c{i}")), Ct);
            await transcript.AppendMessageAsync(Conversation.Result(new string('r', 20_000), call: $"c{i}", tool: "read"), Ct);
        }

        var (route, _) = await bench.Router.RouteAsync("main", session, null, Ct);
        Assert.Null(await bench.Compactor.CompactAsync(new CompactionOrder(Key, session.SessionId!, transcript, route!.Current, 128_000), Ct));
        await CacheTouch.StoreAsync(transcript, route.Current.Model.Ref, DateTimeOffset.UnixEpoch);
        await bench.RunAsync("last", "r-2");
        var fork = new Transcript(Path.Combine(bench.SessionsDir, "fork.jsonl"), bench.Time);
        await fork.ForkFromAsync(transcript, "5f8e9f6b-1111-4222-8333-444455556666", "/w", Ct);

        Assert.Empty(StrictReader.Breaches(transcript.FilePath));
        Assert.Empty(StrictReader.Breaches(fork.FilePath));
        Assert.True(transcript.Read().Entries.Count > 15);
    }

    [Fact]
    public async Task A_store_of_the_original_keeps_every_field_through_a_turn_and_a_summary()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        bench.Write(".openclaw/agents/main/sessions/sessions.json", $$"""
            {"agent:main:main":{"sessionId":"{{SessionId}}","updatedAt":1795486862943,"systemSent":true,"chatType":"direct","deliveryContext":{"channel":"webchat"},
             "lastChannel":"webchat","origin":{"provider":"webchat","surface":"webchat","chatType":"direct"},"compactionCount":3,"elevatedLevel":"on","execHost":"gateway",
             "queueMode":"steer","authProfileOverride":"stub:x","memoryFlushAt":5,"memoryFlushCompactionCount":2,"cliSessionIds":{"claude-cli":"z"},"ofTomorrow":{"a":[1]},
             "skillsSnapshot":{"prompt":"old list","skills":[{"name":"weather"}],"resolvedSkills":[],"version":7} } }
            """);

        await bench.RunAsync("hi");

        var entry = JsonNode.Parse(File.ReadAllText(bench.StoreFile))![Key]!.AsObject();
        foreach (var (name, value) in new[]
                 {
                     ("compactionCount", "3"), ("elevatedLevel", "\"on\""), ("execHost", "\"gateway\""), ("queueMode", "\"steer\""), ("memoryFlushAt", "5"),
                     ("memoryFlushCompactionCount", "2"), ("cliSessionIds", """{"claude-cli":"z"}"""), ("ofTomorrow", """{"a":[1]}"""), ("sessionId", $"\"{SessionId}\""),
                 })
            Assert.Equal(value, entry[name]!.ToJsonString());
    }

    [Fact]
    public void A_damaged_line_is_named_by_its_number()
    {
        using var folder = new TempFolder();
        var file = folder.Write("s.jsonl", "{\"type\":\"session\",\"version\":3,\"id\":\"s\"}\nnot json\n{\"type\":\"message\",\"id\":\"aaaaaaaa\",\"parentId\":null,\"message\":{\"role\":\"user\",\"content\":\"kept\"}}\n[1]\n");

        var content = new Transcript(file, TimeProvider.System).Read();

        Assert.Equal([2, 4], content.DamagedLines);
        Assert.Equal("kept", Assert.Single(ModelContext.Build(content.PathTo(content.Leaf!.Id))).Text);
        Assert.Equal(["s.jsonl: lines 2, 4 cannot be read and are passed over"], TranscriptCheck.Problems(folder.Path).Select(problem => problem.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));
    }
}
