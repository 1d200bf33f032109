using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Sessions.Reset;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Agents.Transcripts;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Sessions;

public sealed class ResetPolicyTests
{
    private const string Key = "agent:main:main";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{}", ConversationKind.Direct, null, 4, null)]
    [InlineData("""{"idleMinutes":30}""", ConversationKind.Direct, null, null, 30)]
    [InlineData("""{"idleMinutes":30,"reset":{"atHour":6}}""", ConversationKind.Direct, null, 6, 30)]
    [InlineData("""{"reset":{"mode":"idle"}}""", ConversationKind.Direct, null, null, 60)]
    [InlineData("""{"reset":{"mode":"daily","idleMinutes":15}}""", ConversationKind.Direct, null, 4, 15)]
    [InlineData("""{"reset":{"atHour":2},"resetByType":{"group":{"mode":"idle","idleMinutes":5}}}""", ConversationKind.Group, null, null, 5)]
    [InlineData("""{"reset":{"atHour":2},"resetByType":{"group":{"mode":"idle","idleMinutes":5}}}""", ConversationKind.Thread, null, 2, null)]
    [InlineData("""{"reset":{"atHour":2},"resetByType":{"thread":{"idleMinutes":5}}}""", ConversationKind.Thread, null, 2, 5)]
    [InlineData("""{"reset":{"atHour":2,"idleMinutes":9},"resetByChannel":{"telegram":{"mode":"idle","idleMinutes":7}}}""", ConversationKind.Direct, "Telegram", null, 7)]
    [InlineData("""{"reset":{"atHour":2,"idleMinutes":9},"resetByChannel":{"telegram":{"mode":"daily"}}}""", ConversationKind.Direct, "telegram", 4, null)]
    [InlineData("""{"reset":{"atHour":2},"resetByChannel":{"telegram":{"mode":"idle"}}}""", ConversationKind.Direct, "whatsapp", 2, null)]
    public void The_policy_of_a_conversation_is_the_channels_else_the_types_else_the_general_one(
        string session, ConversationKind kind, string? channel, int? hour, int? idleMinutes)
    {
        var policy = ResetPolicy.For(Session(session), kind, channel);

        Assert.Equal(hour, policy.AtHour);
        Assert.Equal(idleMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null, policy.Idle);
    }

    [Theory]
    [InlineData("2026-06-10T03:59", "2026-06-10T04:00", true)]
    [InlineData("2026-06-10T04:00", "2026-06-11T03:59", false)]
    [InlineData("2026-06-09T23:00", "2026-06-10T03:59", false)]
    [InlineData("2026-06-09T03:00", "2026-06-10T03:59", true)]
    public void A_day_begins_at_the_local_hour(string updated, string now, bool stale)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

        Assert.Equal(stale, new ResetPolicy(4, null).IsStale(Local(updated, zone), Local(now, zone), zone));
    }

    [Theory]
    // Forward: 02:00 becomes 03:00 on 29 March 2026 in Copenhagen, so half past two never strikes.
    [InlineData(2, "2026-03-29T00:59:00Z", "2026-03-28T01:00:00Z")]
    [InlineData(2, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData(4, "2026-03-29T02:00:00Z", "2026-03-29T02:00:00Z")]
    // Back: 03:00 becomes 02:00 on 25 October 2026; the hour strikes twice and counts once.
    [InlineData(2, "2026-10-25T00:00:00Z", "2026-10-25T00:00:00Z")]
    [InlineData(2, "2026-10-25T01:30:00Z", "2026-10-25T00:00:00Z")]
    [InlineData(4, "2026-10-25T02:59:00Z", "2026-10-24T02:00:00Z")]
    [InlineData(4, "2026-10-25T03:00:00Z", "2026-10-25T03:00:00Z")]
    public void The_boundary_follows_the_clocks_of_the_host(int hour, string now, string boundary)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

        Assert.Equal(Utc(boundary), ResetPolicy.LastBoundary(hour, Utc(now), zone));
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void Silence_ends_a_session_only_when_it_is_longer_than_allowed(int minutes, bool stale) => Assert.Equal(
        stale,
        new ResetPolicy(null, TimeSpan.FromMinutes(60)).IsStale(Utc("2026-06-10T10:00:00Z"), Utc("2026-06-10T10:00:00Z").AddMinutes(minutes), TimeZoneInfo.Utc));

    [Fact]
    public async Task A_stale_session_begins_anew_and_keeps_what_is_not_of_the_conversation()
    {
        var clock = new FakeTimeProvider(Utc("2026-06-10T10:00:00Z"));
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        await using var bench = new Workbench(time: clock);
        await bench.Store.UpdateAsync(
            Key,
            entry =>
            {
                foreach (var (name, value) in JsonNode.Parse("""
                    {"sessionId":"old","sessionFile":"/x/old.jsonl","thinkingLevel":"high","verboseLevel":"on","reasoningLevel":"on","modelOverride":"m","providerOverride":"p",
                     "sendPolicy":"deny","queueMode":"steer","queueCap":3,"responseUsage":"full","compactionCount":4,"totalTokens":9000,"memoryFlushCompactionCount":4,
                     "elevatedLevel":"full","execHost":"node","label":"mine","groupActivation":"always","lastChannel":"telegram","skillsSnapshot":{"prompt":"x"}}
                    """)!.AsObject())
                    entry[name] = value?.DeepClone();
            },
            Ct);
        var freshness = new SessionFreshness(bench.Store, new SessionForks(bench.Store));

        Assert.Null(await freshness.BeginMessageAsync(Key, ConversationKind.Direct, null, null, Ct));
        Assert.Equal("old", bench.Store.Find(Key)!.SessionId);
        clock.Advance(TimeSpan.FromHours(18));
        var renewed = await freshness.BeginMessageAsync(Key, ConversationKind.Direct, null, null, Ct);

        Assert.NotNull(renewed);
        Assert.NotEqual("old", renewed.SessionId);
        Assert.Equal(
            ["sessionId", "updatedAt", "compactionCount", "elevatedLevel", "execHost", "label", "groupActivation", "lastChannel", "skillsSnapshot", "systemSent", "abortedLastRun"],
            renewed.Raw.EnumerateObject().Select(static member => member.Name).OrderBy(static name => name switch
            {
                "sessionId" => 0,
                "updatedAt" => 1,
                "compactionCount" => 2,
                "elevatedLevel" => 3,
                "execHost" => 4,
                "label" => 5,
                "groupActivation" => 6,
                "lastChannel" => 7,
                "skillsSnapshot" => 8,
                "systemSent" => 9,
                _ => 10,
            }));
        Assert.Equal(0, renewed.Number("compactionCount"));
        Assert.True(freshness.IsFresh(Key, ConversationKind.Direct, null));
    }

    [Fact]
    public async Task A_thread_begins_with_its_parents_conversation_in_a_file_of_its_own()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("from the parent"), static e => e.OpenAiAsync("from the thread"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("one", "r-1");
        var parentFile = bench.Store.Transcript(Key, bench.Store.Find(Key)!)!.FilePath;
        var before = File.ReadAllText(parentFile);
        const string thread = "agent:main:slack:channel:c1:thread:7";

        var forked = await new SessionFreshness(bench.Store, new SessionForks(bench.Store))
            .BeginMessageAsync(thread, ConversationKind.Thread, "slack", Key, Ct);
        await bench.RunAsync("two", "r-2", thread);

        var copy = bench.Store.Transcript(thread, bench.Store.Find(thread)!)!;
        Assert.Equal(forked!.Text("sessionFile"), copy.FilePath);
        Assert.Equal(parentFile, copy.Read().Header!.Value.GetProperty("parentSession").GetString());
        Assert.Equal(forked.SessionId, copy.Read().Header!.Value.GetProperty("id").GetString());
        Assert.Equal(["one", "from the parent", "two", "from the thread"], ModelContext.Build(copy.Read().PathTo(copy.Read().Leaf!.Id)).Select(static m => m.Text));
        Assert.Equal(before, File.ReadAllText(parentFile));
    }

    private static SessionConfig Session(string json) =>
        OpenClawConfig.From(new JsonObject { ["session"] = JsonNode.Parse(json) }).Session;

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(string text, TimeZoneInfo zone)
    {
        var local = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
