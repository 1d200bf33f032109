using System.Text.Json.Nodes;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Conversations;
using OpenClaw.Gateway.Tests.Http.OpenAi;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Gateway.Tools.Control;

namespace OpenClaw.Gateway.Tests.Tools;

/// <summary><c>/tools/invoke</c> and the tools behind it, at the socket.</summary>
public class ToolsInvokeTests
{
    private const string Path = "/tools/invoke";

    [Fact]
    [Trait("Runbook", "A6")]
    public async Task A_tool_is_used_without_a_run()
    {
        await using var api = await Api.StartAsync();

        var (status, none) = await api.AskAsync(Path, """{"tool":"sessions_list","args":{"unused":1}}""");
        Assert.Equal(200, status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"ok":true,"result":{"content":[{"type":"text","text":"{\n  \"count\": 0,\n  \"sessions\": []\n}"}],"details":{"count":0,"sessions":[]}}}"""), none), none.ToJsonString());

        await using var client = await api.Gateway.ConnectAsync();
        await client.SayAsync("hello", "r-1");
        await client.ChatAsync("r-1", "final");
        var listed = (await api.AskAsync(Path, """{"tool":"sessions_list","args":{"messageLimit":5}}""")).Body["result"]!["details"]!["sessions"]!.AsArray().Single()!;
        Assert.Equal(("agent:main:main", "main"), ((string?)listed["key"], (string?)listed["kind"]));
        Assert.Equal("user,assistant", string.Join(',', listed["messages"]!.AsArray().Select(m => (string?)m!["role"])));
        var history = (await api.AskAsync(Path, """{"tool":"sessions_history","args":{"sessionKey":"main","limit":1}}""")).Body["result"]!["details"]!;
        Assert.Equal("pong", (string?)history["messages"]!.AsArray().Single()!["content"]![0]!["text"]);
        var card = (await api.AskAsync(Path, """{"tool":"session_status"}""")).Body["result"]!;
        Assert.Equal("ok,sessionKey,changedModel,statusText", card["details"]!.Keys());
        Assert.Contains("Model: stub/stub-1", (string?)card["content"]![0]!["text"]);
    }

    [Theory]
    [InlineData("""{"tool":"no_such_tool"}""", 404, "not_found", "Tool not available: no_such_tool")]
    [InlineData("""{"tool":"exec","args":{"command":"id"}}""", 404, "not_found", "Tool not available: exec")]
    [InlineData("""{"tool":"read","args":{"path":"/etc/passwd"}}""", 404, "not_found", "Tool not available: read")]
    [InlineData("""{"tool":"session_status","sessionKey":"main"}""", 400, "tool_error", "Unknown sessionKey: agent:main:main")]
    [InlineData("""{"tool":"sessions_history"}""", 400, "tool_error", "sessionKey required")]
    public async Task What_cannot_be_done_is_said(string body, int status, string type, string message)
    {
        await using var api = await Api.StartAsync();

        var answer = await api.AskAsync(Path, body);

        Assert.Equal(status, answer.Status);
        Assert.Equal($$$"""{"ok":false,"error":{"type":"{{{type}}}","message":"{{{message}}}"}}""", answer.Body.ToJsonString());
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_answered_and_the_connection_goes_on()
    {
        await using var api = await Api.StartAsync();
        var connections = 0;
        using var one = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 1,
            ConnectCallback = async (to, ct) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                await socket.ConnectAsync(to.DnsEndPoint, ct);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(one) { BaseAddress = api.Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = api.Http.DefaultRequestHeaders.Authorization;
        var ct = TestContext.Current.CancellationToken;

        using var refused = await client.PostAsync(Path, new StringContent("{\"tool\":\"" + new string('x', 2 * 1024 * 1024) + "\"}"), ct);
        using var next = await client.PostAsync(Path, new StringContent("""{"tool":"agents_list"}"""), ct);

        Assert.Equal((413, 200, 1), ((int)refused.StatusCode, (int)next.StatusCode, connections));
        Assert.Contains("payload too large", await refused.Content.ReadAsStringAsync(ct));
    }

    [Fact]
    public async Task GHSA_943q_mwmv_hhvh_nothing_dangerous_is_reachable_until_the_owner_says_so()
    {
        await using var api = await Api.StartAsync();

        foreach (var tool in (string[])["nodes", "cron", "gateway", "sessions_spawn", "sessions_send", "exec", "write"])
            Assert.Equal(404, (await api.AskAsync(Path, $$"""{"tool":"{{tool}}","action":"status"}""")).Status);

        api.Gateway.Change(config => config with { Tools = new GatewayToolsConfig { Allow = ["nodes"] } }, keepRest: true);
        var (status, nodes) = await api.AskAsync(Path, """{"tool":"nodes","action":"status"}""");
        Assert.Equal(200, status);
        Assert.Equal("ts,nodes", nodes["result"]!["details"]!.Keys());
        api.Gateway.Change(config => config with { Tools = new GatewayToolsConfig { Allow = ["*"], Deny = ["nodes"] } }, keepRest: true);
        Assert.Equal(404, (await api.AskAsync(Path, """{"tool":"nodes","action":"status"}""")).Status);
    }

    [Fact]
    public async Task CVE_2026_32051_scopes_can_be_narrowed_and_count_at_the_tool()
    {
        await using var api = await Api.StartAsync();
        await using var client = await api.Gateway.ConnectAsync();
        await client.SayAsync("hello", "r-1");
        await client.ChatAsync("r-1", "final");
        const string change = """{"tool":"session_status","args":{"model":"stub/stub-1"}}""";

        Assert.Equal("missing scope: operator.admin", (string?)(await api.AskAsync(Path, change, ("x-openclaw-scopes", "operator.write"))).Body["error"]!["message"]);
        Assert.True((bool)(await api.AskAsync(Path, change)).Body["result"]!["details"]!["changedModel"]!);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("agent:main:../../../../etc/passwd")]
    [InlineData("agent:../../../x:main")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\..\\x")]
    public async Task GHSA_5xfq_5mr7_426q_a_session_key_never_becomes_a_path(string key)
    {
        await using var api = await Api.StartAsync();
        var before = Files(api.Gateway.Paths.StateDir);

        foreach (var tool in (string[])["sessions_history", "session_status"])
        {
            var (status, body) = await api.AskAsync(Path, new JsonObject { ["tool"] = tool, ["args"] = new JsonObject { ["sessionKey"] = key } }.ToJsonString());
            Assert.True(status == 400 || (string?)body["result"]!["details"]!["status"] == "forbidden", body.ToJsonString());
        }

        var (_, session) = await api.AskAsync(Path, new JsonObject { ["tool"] = "sessions_list", ["sessionKey"] = key }.ToJsonString());
        Assert.Equal(0, (int)session["result"]!["details"]!["count"]!);
        Assert.Equal(before, Files(api.Gateway.Paths.StateDir));
    }

    [Fact]
    public async Task GHSA_5xfq_5mr7_426q_a_stored_session_id_never_becomes_a_path()
    {
        await using var api = await Api.StartAsync();
        var sessions = api.Gateway.Parts.Conversations.Sessions;
        await sessions.UpdateAsync("agent:main:bad", entry => (entry["sessionId"], entry["sessionFile"]) = ("../../secret", "/etc/passwd.jsonl"), TestContext.Current.CancellationToken);

        var (status, body) = await api.AskAsync(Path, """{"tool":"sessions_history","args":{"sessionKey":"bad"}}""");

        Assert.Equal(200, status);
        Assert.Empty(body["result"]!["details"]!["messages"]!.AsArray());
    }

    [Fact]
    public async Task CVE_2026_28462_a_film_is_written_inside_the_workspace_only()
    {
        var root = Directory.CreateTempSubdirectory("openclaw-media-").FullName;
        var workspace = Directory.CreateDirectory(System.IO.Path.Combine(root, "workspace")).FullName;
        var outside = Directory.CreateDirectory(System.IO.Path.Combine(root, "outside")).FullName;
        Directory.CreateSymbolicLink(System.IO.Path.Combine(workspace, "link"), outside);
        var ct = TestContext.Current.CancellationToken;

        foreach (var path in (string[])["../x.mp4", "/tmp/x.mp4", "link/x.mp4", "a/../../x.mp4", "x.sh", "\0.mp4"])
            Assert.NotNull((await NodeMedia.SaveAtAsync(workspace, path, "mp4", [1], ct)).Problem);
        Assert.Empty(Directory.GetFiles(outside));
        Assert.Equal(System.IO.Path.Combine(workspace, "clips", "x.mp4"), (await NodeMedia.SaveAtAsync(workspace, "clips/x.mp4", "mp4", [1], ct)).Path);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task CVE_2026_26322_no_tool_takes_the_address_or_the_secret_of_a_gateway()
    {
        await using var api = await Api.StartAsync();
        var tools = api.Gateway.Parts.Conversations.Tools.For(new ToolScene
        {
            RunId = "r", SessionKey = "agent:main:main", AgentId = "main", Workspace = "/tmp", Caller = new RunCaller(RunOrigin.Operator, ["operator.admin"], IsOwner: true),
        });

        Assert.Contains(tools, tool => tool.Definition.Name == "nodes");
        foreach (var tool in tools.Where(tool => tool.Definition.Source is null))
        {
            Assert.Equal("object", tool.Definition.Parameters.GetProperty("type").GetString());
            Assert.All(tool.Definition.Parameters.GetProperty("properties").EnumerateObject(), argument => Assert.DoesNotMatch("(?i)gateway.?(url|token|password)|^token$|^password$", argument.Name));
        }

        api.Gateway.Change(config => config with { Tools = new GatewayToolsConfig { Allow = ["nodes"] } }, keepRest: true);
        Assert.Equal(200, (await api.AskAsync(Path, """{"tool":"nodes","args":{"action":"status","gatewayUrl":"ws://127.0.0.1:9","gatewayToken":"x"}}""")).Status);
    }

    [Fact]
    public async Task Sessions_of_other_agents_are_out_of_reach_until_both_may_talk()
    {
        await using var api = await Api.StartAsync();
        api.Gateway.ChangeConfig(config => config with
        {
            Agents = config.Agents with { List = [new AgentConfig { Id = "main", Default = true }, new AgentConfig { Id = "work" }] },
        });
        await api.Gateway.Parts.Conversations.Sessions.UpdateAsync("agent:work:main", _ => { }, TestContext.Current.CancellationToken);
        const string history = """{"tool":"sessions_history","args":{"sessionKey":"agent:work:main"}}""";

        var refused = (await api.AskAsync(Path, history)).Body["result"]!["details"]!;
        Assert.Equal("forbidden", (string?)refused["status"]);
        Assert.Contains("tools.agentToAgent.enabled", (string?)refused["error"]);
        Assert.Equal(0, (int)(await api.AskAsync(Path, """{"tool":"sessions_list"}""")).Body["result"]!["details"]!["count"]!);

        Allow("main");
        Assert.Equal("forbidden", (string?)(await api.AskAsync(Path, history)).Body["result"]!["details"]!["status"]);
        Allow("main", "wor*");
        Assert.Empty((await api.AskAsync(Path, history)).Body["result"]!["details"]!["messages"]!.AsArray());
        Assert.Equal(1, (int)(await api.AskAsync(Path, """{"tool":"sessions_list"}""")).Body["result"]!["details"]!["count"]!);

        void Allow(params string[] ids) => api.Gateway.ChangeConfig(config => config with
        {
            Tools = config.Tools with { AgentToAgent = new AgentToAgentConfig { Enabled = true, Allow = ids } },
        });
    }

    private static string Files(string folder) => Directory.Exists(folder)
        ? string.Join('\n', Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        : string.Empty;
}
