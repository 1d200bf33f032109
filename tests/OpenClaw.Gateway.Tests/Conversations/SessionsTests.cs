using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

public class SessionsTests
{
    [Fact]
    public async Task Rows_titles_and_previews_look_as_recorded()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("side answer"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first words", "s-1");
        await client.ChatAsync("s-1", "final");
        await client.SayAsync("side words", "s-2", "agent:main:side");
        await client.ChatAsync("s-2", "final");
        await client.AgentAsync("agent.wait", """{"runId":"s-2"}""");

        var all = (await client.AgentAsync("sessions.list", "{}"))["payload"]!;
        var titled = (await client.AgentAsync("sessions.list", """{"limit":1,"includeDerivedTitles":true,"includeLastMessage":true}"""))["payload"]!;
        var previews = (await client.AgentAsync("sessions.preview", """{"keys":["main","agent:main:none"],"limit":4,"maxChars":40}"""))["payload"]!;

        Assert.Equal("ts,path,count,defaults,sessions", all.Keys());
        Assert.Equal("(multiple)", (string?)all["path"]);
        Assert.Equal("""{"modelProvider":"stub","model":"stub-1","contextTokens":128000}""", all["defaults"]!.ToJsonString());
        Assert.Equal(["agent:main:side", "agent:main:main"], all["sessions"]!.AsArray().Select(static row => (string?)row!["key"]));
        Assert.Equal(
            "key,kind,chatType,origin,updatedAt,sessionId,systemSent,abortedLastRun,inputTokens,outputTokens,totalTokens,modelProvider,model,contextTokens,deliveryContext,lastChannel",
            all["sessions"]![0]!.Keys());
        Assert.Equal(("side words", "side answer"),
            ((string?)titled["sessions"]![0]!["derivedTitle"], (string?)titled["sessions"]![0]!["lastMessagePreview"]));
        Assert.Equal("""{"key":"main","status":"ok","items":[{"role":"user","text":"first words"},{"role":"assistant","text":"side answer"}]}""",
            previews["previews"]![0]!.ToJsonString());
        Assert.Equal("""{"key":"agent:main:none","status":"missing","items":[]}""", previews["previews"]![1]!.ToJsonString());
    }

    [Fact]
    public async Task A_patch_applies_all_or_nothing()
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var good = await client.AgentAsync("sessions.patch", """{"key":"agent:main:side","label":"Side talk","thinkingLevel":"low","verboseLevel":"on","reasoningLevel":"off","responseUsage":"on","elevatedLevel":"off"}""");
        var bad = await client.AgentAsync("sessions.patch", """{"key":"agent:main:side","label":"Other","execHost":"mars"}""");
        var entry = (await client.AgentAsync("sessions.list", """{"label":"Side talk"}"""))["payload"]!["sessions"]![0]!;

        Assert.Equal("ok,path,key,entry", good["payload"]!.Keys());
        Assert.Equal("sessionId,updatedAt,label,thinkingLevel,verboseLevel,responseUsage,elevatedLevel", good["payload"]!["entry"]!.Keys());
        Assert.Equal(("INVALID_REQUEST", "invalid execHost (use \"sandbox\"|\"gateway\"|\"node\")"), bad.Error());
        Assert.Equal("tokens", (string?)entry["responseUsage"]);
    }

    [Theory]
    [InlineData("""{"key":"main","thinkingLevel":"gigantic"}""", "invalid thinkingLevel (use off|minimal|low|medium|high)")]
    [InlineData("""{"key":"main","thinkingLevel":"xhigh"}""", "thinkingLevel \"xhigh\" is only supported for openai/gpt-5.2, openai-codex/gpt-5.2-codex or openai-codex/gpt-5.1-codex")]
    [InlineData("""{"key":"main","model":"stub/unknown-model"}""", "model not allowed: stub/unknown-model")]
    [InlineData("""{"key":"main","spawnedBy":"agent:main:main"}""", "spawnedBy is only supported for subagent:* sessions")]
    [InlineData("""{"key":"main","verboseLevel":"loud"}""", "invalid verboseLevel (use \"on\"|\"off\")")]
    [InlineData("""{"key":"main","reasoningLevel":"loud"}""", "invalid reasoningLevel (use \"on\"|\"off\"|\"stream\")")]
    public async Task A_bad_patch_names_the_allowed_values(string parameters, string expected)
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        Assert.Equal(("INVALID_REQUEST", expected), (await client.AgentAsync("sessions.patch", parameters)).Error());
    }

    [Fact]
    public async Task A_reset_keeps_preferences_and_the_old_transcript()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("one", "s-1", "agent:main:side");
        await client.ChatAsync("s-1", "final");
        await client.AgentAsync("agent.wait", """{"runId":"s-1"}""");
        var before = (await client.AgentAsync("sessions.patch", """{"key":"agent:main:side","label":"Side","verboseLevel":"on"}"""))["payload"]!["entry"]!;

        var after = (await client.AgentAsync("sessions.reset", """{"key":"agent:main:side"}"""))["payload"]!["entry"]!;

        Assert.NotEqual((string?)before["sessionId"], (string?)after["sessionId"]);
        Assert.Equal(("Side", "on", 0), ((string?)after["label"], (string?)after["verboseLevel"], (int)after["totalTokens"]!));
        Assert.Null(after["deliveryContext"]);
        Assert.True(File.Exists((string)before["sessionFile"]!));
        Assert.Empty((await client.AgentAsync("chat.history", """{"sessionKey":"agent:main:side"}"""))["payload"]!["messages"]!.AsArray());
    }

    [Fact]
    public async Task A_deleted_session_stops_its_run_and_leaves_its_transcript_aside()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("working");
            await e.GoneAsync();
        });
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("slow", "s-1", "agent:main:side");
        await client.ChatAsync("s-1", "delta");

        var deleted = await client.AgentAsync("sessions.delete", """{"key":"agent:main:side"}""");
        var again = await client.AgentAsync("sessions.delete", """{"key":"agent:main:side"}""");
        var main = await client.AgentAsync("sessions.delete", """{"key":"main"}""");

        Assert.True((bool)deleted["payload"]!["deleted"]!);
        Assert.Contains(".jsonl.deleted.", (string)deleted["payload"]!["archived"]![0]!, StringComparison.Ordinal);
        Assert.Equal("""{"ok":true,"key":"agent:main:side","deleted":false,"archived":[]}""", again["payload"]!.ToJsonString());
        Assert.Equal(("INVALID_REQUEST", "Cannot delete the main session (agent:main:main)."), main.Error());
    }

    [Fact]
    public async Task A_compacted_session_keeps_its_header_and_still_continues()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("one", "s-1", "agent:main:side");
        await client.ChatAsync("s-1", "final");

        var none = await client.AgentAsync("sessions.compact", """{"key":"agent:main:none"}""");
        var done = (await client.AgentAsync("sessions.compact", """{"key":"agent:main:side","maxLines":2}"""))["payload"]!;
        await client.SayAsync("two", "s-2", "agent:main:side");
        await client.ChatAsync("s-2", "final");

        Assert.Equal("""{"ok":true,"key":"agent:main:none","compacted":false,"reason":"no sessionId"}""", none["payload"]!.ToJsonString());
        Assert.Equal("ok,key,compacted,archived,kept", done.Keys());
        Assert.Equal(2, (int)done["kept"]!);
        Assert.True(File.Exists((string)done["archived"]!));
        var file = File.ReadAllLines(((string)done["archived"]!).Split(".bak.")[0]);
        Assert.Contains("\"type\":\"session\"", file[0], StringComparison.Ordinal);
        Assert.Contains("\"parentId\":null", file[1], StringComparison.Ordinal);
        Assert.Contains("pong", server.Requests[1].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "Either key, sessionId, or label is required")]
    [InlineData("""{"key":"main","label":"x"}""", "Provide either key, sessionId, or label (not multiple)")]
    [InlineData("""{"label":"nope"}""", "No session found with label: nope")]
    [InlineData("""{"key":"agent:main:none"}""", "No session found: agent:main:none")]
    public async Task A_session_that_cannot_be_resolved_says_why(string parameters, string expected)
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        Assert.Equal(("INVALID_REQUEST", expected), (await client.AgentAsync("sessions.resolve", parameters)).Error());
    }

    [Fact]
    public async Task A_session_under_a_deny_policy_takes_no_messages()
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.AgentAsync("sessions.patch", """{"key":"main","sendPolicy":"deny"}""");

        Assert.Equal(("INVALID_REQUEST", "send blocked by session policy"), (await client.SayAsync("x", "k")).Error());
        Assert.Equal(("INVALID_REQUEST", "send blocked by session policy"),
            (await client.RequestAsync("agent", JsonNode.Parse("""{"message":"x","sessionKey":"main","idempotencyKey":"k"}"""))).Error());
    }
}
