using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Subagents;
using OpenClaw.Agents.Tests.Support;

namespace OpenClaw.Agents.Tests.Subagents;

public sealed class SubagentDeskTests
{
    private const string Main = "agent:main:main";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sub_agent_does_its_task_and_its_requester_hears_of_it_and_answers_where_it_talks()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"), static e => e.OpenAiAsync("Found 3 files."), static e => e.OpenAiAsync("There are three."));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("hello");
        var delivery = new ScriptedDelivery("telegram");
        await using var desk = Desk(bench, delivery);

        var (record, problem) = await desk.SpawnAsync(Order("count the files") with { Label = "counting", Origin = new SubagentOrigin { Channel = "telegram", To = "42" } }, Ct);
        await desk.SettledAsync();

        Assert.Null(problem);
        Assert.StartsWith("agent:main:subagent:", record!.ChildSessionKey, StringComparison.Ordinal);
        var child = server.Requests[1].Body.GetProperty("messages")[0].GetProperty("content").ToString();
        Assert.Contains("You are a sub-agent", child, StringComparison.Ordinal);
        Assert.Equal(["user:count the files", "assistant:Found 3 files."], bench.Story(record.ChildSessionKey));
        Assert.Equal((Main, "counting"), (bench.Store.Find(record.ChildSessionKey)!.SpawnedBy, bench.Store.Find(record.ChildSessionKey)!.Label));
        var told = bench.Story()[^2];
        Assert.All(["counting", "It completed its task.", "Found 3 files.", "tokens 107 (in 80 / out 7)", record.ChildSessionKey], part => Assert.Contains(part, told, StringComparison.Ordinal));
        Assert.Equal("assistant:There are three.", bench.Story()[^1]);
        var (target, reply) = Assert.Single(delivery.Sent);
        Assert.Equal(("telegram", "42", "There are three."), (target.Channel, target.To, reply.Text));
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(RegistryFile(bench), Ct))!;
        Assert.Equal(2, (int)stored["version"]!);
        Assert.Equal(
            "runId,childSessionKey,requesterSessionKey,requesterOrigin,requesterDisplayKey,task,cleanup,label,createdAt,startedAt,endedAt,outcome,archiveAtMs,cleanupHandled,cleanupCompletedAt",
            string.Join(',', stored["runs"]![record.RunId]!.AsObject().Select(static pair => pair.Key)));
        Assert.Equal("""{"status":"ok"}""", stored["runs"]![record.RunId]!["outcome"]!.ToJsonString());
    }

    [Fact]
    public async Task A_sub_agent_may_do_what_its_requester_may_and_no_more()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("done"));
        await using var bench = new Workbench(Workbench.With(server));
        await using var desk = Desk(bench);
        IReadOnlyList<string>? seen = null;
        bench.Tools.Add(new SceneWatch(scene => seen = scene.Caller.Scopes));

        await desk.SpawnAsync(Order("x") with { Caller = new RunCaller(RunOrigin.Channel, ["operator.write"], Id: "42") }, Ct);
        await desk.SettledAsync();

        Assert.Equal(["operator.write"], seen);
    }

    [Fact]
    public async Task A_sub_agent_starts_no_sub_agents()
    {
        await using var bench = new Workbench();
        await using var desk = Desk(bench);

        var (record, problem) = await desk.SpawnAsync(Order("x") with { RequesterKey = "agent:main:subagent:1" }, Ct);

        Assert.Null(record);
        Assert.Contains("cannot start sub-agents", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_to_be_deleted_leaves_nothing_behind()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("done"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("hello");
        await using var desk = Desk(bench);

        var (record, _) = await desk.SpawnAsync(Order("x") with { Delete = true }, Ct);
        await desk.SettledAsync();

        Assert.Null(bench.Store.Find(record!.ChildSessionKey));
        Assert.Empty(desk.Of(Main));
        Assert.Single(Directory.GetFiles(bench.SessionsDir, "*.deleted.*"));
    }

    [Fact]
    public async Task One_that_is_stopped_reports_nothing()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"), static e => e.GoneAsync());
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("hello");
        await using var desk = Desk(bench);
        var (record, _) = await desk.SpawnAsync(Order("x"), Ct);
        while ((await bench.Heard.NextAsync<RunEvent.Started>()).RunId != record!.RunId)
            continue;

        Assert.Equal(1, desk.StopOf(Main));
        await desk.SettledAsync();

        Assert.Equal(("error", "stopped"), (desk.Of(Main)[0].Outcome!.Status, desk.Of(Main)[0].Outcome!.Error));
        Assert.Equal(["user:hello", "assistant:ok"], bench.Story());
        Assert.Equal(0, desk.StopOf(Main));
    }

    [Fact]
    public async Task One_that_the_end_of_the_gateway_cut_off_is_reported_at_the_next_start()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var bench = new Workbench(Workbench.With(server));
        await bench.RunAsync("hello");
        bench.Write(Path.GetRelativePath(bench.Home, RegistryFile(bench)), """
            {"version":2,"runs":{"r-9":{"runId":"r-9","childSessionKey":"agent:main:subagent:9","requesterSessionKey":"agent:main:main",
             "requesterDisplayKey":"main","task":"dig","cleanup":"keep","createdAt":1,"startedAt":1,"archiveAtMs":3600001,"strange":true}}}
            """);
        await using var desk = Desk(bench);

        desk.Start();
        await desk.SettledAsync();

        Assert.Contains("restarted before it was finished", bench.Story()[^2], StringComparison.Ordinal);
        Assert.True(desk.Of(Main)[0].CleanupHandled);
        await using var again = Desk(bench);
        again.Start();
        await again.SettledAsync();
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Sessions_are_put_away_an_hour_after_they_were_made()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(55));
        await using var server = new ModelServer(static e => e.OpenAiAsync("done"));
        await using var bench = new Workbench(Workbench.With(server), clock);
        await using var desk = Desk(bench);
        var (record, _) = await desk.SpawnAsync(Order("x"), Ct);
        await desk.SettledAsync();

        clock.Advance(TimeSpan.FromMinutes(59));
        await desk.SweepOnceAsync();
        Assert.NotNull(bench.Store.Find(record!.ChildSessionKey));
        clock.Advance(TimeSpan.FromMinutes(1));
        await desk.SweepOnceAsync();

        Assert.Null(bench.Store.Find(record.ChildSessionKey));
        Assert.Empty(desk.Of(Main));
    }

    private static SubagentOrder Order(string task) =>
        new() { Task = task, RequesterKey = Main, AgentId = "main", Caller = RunRecorder.Owner };

    private static string RegistryFile(Workbench bench) => Path.Combine(bench.Paths.StateDir, "subagents", "runs.json");

    private static SubagentDesk Desk(Workbench bench, ScriptedDelivery? delivery = null) => new(
        new SubagentRegistry(RegistryFile(bench)), bench.Runner, bench.Store,
        new SubagentReports(bench.Runner, bench.Store, new FinalReplies(delivery ?? new ScriptedDelivery(), new SentMessages()), static (_, reason) => Assert.Fail(reason)), bench.Time);

    private sealed class SceneWatch(Action<Agents.Tools.ToolScene> see) : Agents.Tools.IToolSource
    {
        public IEnumerable<Agents.Tools.ITool> Tools(Agents.Tools.ToolScene scene)
        {
            if (scene.SessionKey.Contains(":subagent:", StringComparison.Ordinal))
                see(scene);
            return [];
        }
    }
}
