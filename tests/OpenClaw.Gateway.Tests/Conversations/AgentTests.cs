using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

public class AgentTests
{
    [Fact]
    [Trait("Runbook", "C3")]
    public async Task An_agent_run_is_accepted_and_answered_again_when_done()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("alpha", " beta"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var id = await client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"say","sessionKey":"main","idempotencyKey":"r-1"}"""));
        var accepted = await client.AnswerAsync(id);
        var done = await client.AnswerAsync(id);

        Assert.Equal("runId,status,acceptedAt", accepted["payload"]!.Keys());
        Assert.Equal("runId,status,summary,result", done["payload"]!.Keys());
        var result = done["payload"]!["result"]!;
        Assert.Equal("""[{"text":"alpha beta","mediaUrl":null}]""", result["payloads"]!.ToJsonString());
        Assert.Equal("durationMs,agentMeta,aborted,systemPromptReport", result["meta"]!.Keys());
        Assert.Equal("""{"input":80,"output":7,"cacheRead":20,"cacheWrite":0,"total":107}""", result["meta"]!["agentMeta"]!["usage"]!.ToJsonString());
        Assert.Equal(
            "source,generatedAt,sessionId,sessionKey,provider,model,workspaceDir,bootstrapMaxChars,sandbox,systemPrompt,injectedWorkspaceFiles,skills,tools",
            result["meta"]!["systemPromptReport"]!.Keys());
        var again = await client.AgentAsync("agent", """{"message":"again","sessionKey":"main","idempotencyKey":"r-1"}""");
        Assert.Equal(done["payload"]!.ToJsonString(), again["payload"]!.ToJsonString());
        var wait = await client.AgentAsync("agent.wait", """{"runId":"r-1","timeoutMs":1000}""");
        Assert.Equal("runId,status,startedAt,endedAt", wait["payload"]!.Keys());
        Assert.Single(server.Requests);
    }

    [Fact]
    [Trait("Runbook", "C6")]
    public async Task A_run_that_hits_its_deadline_is_an_agent_timeout()
    {
        await using var server = new ModelServer(static e => e.GoneAsync());
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var id = await client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"slow","agentId":"main","timeout":1,"idempotencyKey":"r-6"}"""));
        await client.AnswerAsync(id);
        var done = await client.AnswerAsync(id);

        Assert.Equal("AGENT_TIMEOUT", done.Error().Code);
        Assert.Equal("error", (string?)done["payload"]!["status"]);
        Assert.Equal("error", (string?)(await client.StepAsync("r-6", "lifecycle", "error"))["data"]!["phase"]);
        Assert.Equal("error", (string?)(await client.AgentAsync("agent.wait", """{"runId":"r-6"}"""))["payload"]!["status"]);
    }

    [Fact]
    public async Task A_wait_that_began_before_its_run_hears_the_end()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await using var other = await gateway.ConnectAsync();

        var waiting = await other.SendRequestAsync("agent.wait", JsonNode.Parse("""{"runId":"r-2","timeoutMs":15000}"""));
        await client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"say","agentId":"main","idempotencyKey":"r-2"}"""));

        Assert.Equal("ok", (string?)(await other.AnswerAsync(waiting))["payload"]!["status"]);
        var none = await other.AgentAsync("agent.wait", """{"runId":"r-none","timeoutMs":0}""");
        Assert.Equal("""{"runId":"r-none","status":"timeout"}""", none["payload"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"message":"x","agentId":"ghost","idempotencyKey":"r"}""", "invalid agent params: unknown agent id \"ghost\"")]
    [InlineData("""{"message":"x","channel":"carrier-pigeon","idempotencyKey":"r"}""", "invalid agent params: unknown channel: carrier-pigeon")]
    [InlineData("""{"message":"x","agentId":"main","sessionKey":"agent:other:main","idempotencyKey":"r"}""", "invalid agent params: agent \"main\" does not match session key agent \"other\"")]
    [InlineData("""{"message":"x","idempotencyKey":"r"}""", "Pass --to <E.164>, --session-id, or --agent to choose a session")]
    [InlineData("""{"message":"x","sessionId":"none","idempotencyKey":"r"}""", "invalid agent params: at /sessionId: no session found: none")]
    [InlineData("""{"message":"x","agentId":"main","timeout":0,"idempotencyKey":"r"}""", "invalid agent params: --timeout must be a positive integer (seconds)")]
    public async Task A_request_that_cannot_run_is_refused_in_one_answer(string parameters, string expected)
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        Assert.Equal(("INVALID_REQUEST", expected), (await client.AgentAsync("agent", parameters)).Error());
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_key_of_an_agent_that_is_not_configured_is_refused_and_makes_no_folder()
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with { Agents = config.Agents with { List = [new AgentConfig { Id = "main" }] } });
        await using var client = await gateway.ConnectAsync();

        var answer = await client.SayAsync("x", "c-1", "agent:zz:main");

        Assert.Equal(("INVALID_REQUEST", "invalid chat.send params: unknown agent id \"zz\""), answer.Error());
        Assert.False(Directory.Exists(Path.Combine(gateway.Paths.AgentsDir, "zz")));
    }

    [Fact]
    public async Task An_answer_that_no_channel_can_deliver_is_a_failure()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("delivered?"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var id = await client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"x","sessionKey":"main","deliver":true,"channel":"whatsapp","to":"+15550002222","idempotencyKey":"d-1"}"""));
        await client.AnswerAsync(id);

        Assert.Equal(("UNAVAILABLE", "Error: Outbound not configured for channel: whatsapp"), (await client.AnswerAsync(id)).Error());
    }

    [Fact]
    public async Task A_channel_may_be_named_by_its_alias()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("delivered?"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var id = await client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"x","sessionKey":"main","deliver":true,"channel":" GChat ","to":"spaces/1","idempotencyKey":"d-1"}"""));
        await client.AnswerAsync(id);

        Assert.Equal(("UNAVAILABLE", "Error: Outbound not configured for channel: googlechat"), (await client.AnswerAsync(id)).Error());
    }

    [Fact]
    public async Task The_same_request_sent_many_times_at_once_runs_once()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        for (var i = 0; i < 8; i++)
            await client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"x","sessionKey":"main","idempotencyKey":"r-1"}"""));
        await client.ChatAsync("r-1", "final");
        var answers = new List<JsonObject>();
        while (!answers.Any(static a => (string?)a["payload"]!["status"] == "ok"))
            answers.Add(await client.NextAsync(static f => (string?)f["type"] == "res"));

        Assert.Single(server.Requests);
        Assert.All(answers, static answer => Assert.True((bool)answer["ok"]!));
    }

    [Fact]
    public async Task A_run_goes_on_when_its_caller_hangs_up()
    {
        var release = new TaskCompletionSource();
        await using var server = new ModelServer(async e =>
        {
            await release.Task;
            await e.OpenAiAsync("still here");
        });
        await using var gateway = await Talk.WithAsync(server);
        await using var watcher = await gateway.ConnectAsync();
        var caller = await gateway.ConnectAsync();
        await caller.SendRequestAsync("agent", JsonNode.Parse("""{"message":"x","sessionKey":"main","idempotencyKey":"r-1"}"""));
        await watcher.StepAsync("r-1", "lifecycle", "start");
        await caller.DisposeAsync();

        release.SetResult();

        Assert.Equal("still here", (string?)(await watcher.ChatAsync("r-1", "final"))["message"]!["content"]![0]!["text"]);
        var again = await watcher.AgentAsync("agent", """{"message":"x","sessionKey":"main","idempotencyKey":"r-1"}""");
        Assert.Equal("ok", (string?)again["payload"]!["status"]);
    }

    [Fact]
    public async Task A_session_that_went_stale_begins_anew_for_agent_too()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server, time);
        gateway.ChangeConfig(static config => config with { Session = config.Session with { Reset = new SessionResetConfig { Mode = "idle", IdleMinutes = 30 } } });
        await using var client = await gateway.ConnectAsync(time: time);
        var sessions = gateway.Parts.Conversations.Sessions;
        await RunAsync("a-1");
        var first = sessions.Find("agent:main:main")!.SessionId;

        time.Advance(TimeSpan.FromMinutes(29));
        await RunAsync("a-2");
        Assert.Equal(first, sessions.Find("agent:main:main")!.SessionId);
        time.Advance(TimeSpan.FromMinutes(31));
        await RunAsync("a-3");

        Assert.NotEqual(first, sessions.Find("agent:main:main")!.SessionId);
        Assert.Equal("kept", sessions.Find("agent:main:main")!.Text("label"));
        Assert.Equal([2, 4, 2], server.Requests.Select(static request => request.Body.GetProperty("messages").GetArrayLength()));

        async Task RunAsync(string key)
        {
            var id = await client.SendRequestAsync("agent", new JsonObject { ["message"] = "x", ["sessionKey"] = "main", ["label"] = "kept", ["idempotencyKey"] = key });
            await client.AnswerAsync(id);
            Assert.Equal("ok", (string?)(await client.AnswerAsync(id))["payload"]!["status"]);
        }
    }

    [Fact]
    public async Task Agents_models_and_identity_look_as_recorded()
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        Assert.Equal("""{"defaultId":"main","mainKey":"main","scope":"per-sender","agents":[{"id":"main"}]}""",
            (await client.AgentAsync("agents.list", "{}"))["payload"]!.ToJsonString());
        Assert.Equal("""{"agentId":"main","name":"Assistant","avatar":"A"}""",
            (await client.AgentAsync("agent.identity.get", """{"sessionKey":"main"}"""))["payload"]!.ToJsonString());
        Assert.Equal("""{"agentId":"nope","name":"Assistant","avatar":"A"}""",
            (await client.AgentAsync("agent.identity.get", """{"agentId":"nope"}"""))["payload"]!.ToJsonString());
        Assert.Equal("invalid agent.identity.get params: agent \"main\" does not match session key agent \"foo\"",
            (await client.AgentAsync("agent.identity.get", """{"agentId":"main","sessionKey":"agent:foo:main"}""")).Error().Message);
        Assert.Equal("""{"models":[{"id":"stub-1","name":"Stub","provider":"stub","contextWindow":128000,"reasoning":false,"input":["text"]}]}""",
            (await client.AgentAsync("models.list", "{}"))["payload"]!.ToJsonString());
    }
}
