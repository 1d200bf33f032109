using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

public class CommandTests
{
    [Fact]
    public async Task A_command_is_answered_as_recorded_and_stays_in_the_conversation()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("one", "c-1");
        await client.ChatAsync("c-1", "final");

        var ack = await client.SayAsync("/status", "c-2");
        var final = await client.ChatAsync("c-2", "final");
        await client.SayAsync("two", "c-3");
        await client.ChatAsync("c-3", "final");

        Assert.Equal("""{"runId":"c-2","status":"started"}""", ack["payload"]!.ToJsonString());
        Assert.Equal("runId,sessionKey,seq,state,message", final.Keys());
        Assert.Equal("role,content,timestamp,stopReason,usage", final["message"]!.Keys());
        Assert.Equal((1, "injected"), ((int)final["seq"]!, (string?)final["message"]!["stopReason"]));
        Assert.Equal("""{"input":0,"output":0,"totalTokens":0}""", final["message"]!["usage"]!.ToJsonString());
        Assert.Contains("stub/stub-1", Text(final), StringComparison.Ordinal);
        Assert.Contains("OpenClaw 2026.1.30", Text(final), StringComparison.Ordinal);
        Assert.Equal("ok", (string?)(await client.SayAsync("/status", "c-2"))["payload"]!["status"]);
        var prompt = server.Requests[1].Body.GetRawText();
        Assert.Contains("pong", prompt, StringComparison.Ordinal);
        Assert.Contains("OpenClaw 2026.1.30", prompt, StringComparison.Ordinal);
        var history = await client.AgentAsync("chat.history", """{"sessionKey":"main"}""");
        Assert.Equal(5, history["payload"]!["messages"]!.AsArray().Count);
    }

    [Fact]
    public async Task Commands_work_for_agent_as_they_do_for_chat()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var id = await client.SendRequestAsync("agent", JsonNode.Parse("""{"message":"/think high","sessionKey":"main","idempotencyKey":"a-1"}"""));
        Assert.Equal("accepted", (string?)(await client.AnswerAsync(id))["payload"]!["status"]);
        var answer = await client.AnswerAsync(id);

        Assert.Equal("Thinking level set to high.", (string?)answer["payload"]!["result"]!["payloads"]![0]!["text"]);
        Assert.Equal("ok", (string?)answer["payload"]!["status"]);
        Assert.Empty(server.Requests);
        Assert.Equal("ok", (string?)(await client.AgentAsync("agent.wait", """{"runId":"a-1"}"""))["payload"]!["status"]);
    }

    [Theory]
    [InlineData("/help", "/commands")]
    [InlineData("/commands", "/queue <mode>")]
    [InlineData("/whoami", "You are the owner.")]
    [InlineData("/id", "Channel: webchat")]
    [InlineData("/think", "Thinking level: off")]
    [InlineData("/t: high", "Thinking level set to high.")]
    [InlineData("/THINK@somebot low", "Thinking level set to low.")]
    [InlineData("/think enormous", "is no thinking level. Use one of: off, minimal, low")]
    [InlineData("/verbose on", "Verbose mode enabled.")]
    [InlineData("/verbose full", "Verbose mode set to full.")]
    [InlineData("/reasoning on", "Reasoning is shown")]
    [InlineData("/elevated on", "Elevated level set to on.")]
    [InlineData("/exec", "Options: host=sandbox|gateway|node")]
    [InlineData("/exec ask=always", "ask=always")]
    [InlineData("/exec ask=sometimes", "ask is one of off, on-miss, always")]
    [InlineData("/model", "Model: stub/stub-1 (default)")]
    [InlineData("/model list", "1. stub/stub-1")]
    [InlineData("/model 1", "Model set to stub/stub-1.")]
    [InlineData("/model 7", "There is no model number 7")]
    [InlineData("/model nobody/nothing", "Model not allowed: nobody/nothing. /models shows")]
    [InlineData("/models", "stub (1)")]
    [InlineData("/models stub", "stub/stub-1")]
    [InlineData("/models nobody", "There is no provider")]
    [InlineData("/queue", "Queue mode: collect.")]
    [InlineData("/queue steer debounce:2s cap:5 drop:old", "Queue mode: steer.\nDebounce: 2000 ms.\nCap: 5.\nDrop: old.")]
    [InlineData("/queue never", "is no queue mode")]
    [InlineData("/usage", "Usage footer: tokens.")]
    [InlineData("/usage full", "Usage footer: full.")]
    [InlineData("/usage cost", "Last 30 days: $0.0000")]
    [InlineData("/context", "Nothing has run in this session yet")]
    [InlineData("/subagents", "This session has no sub-agents.")]
    [InlineData("/subagents stop 4", "no sub-agent \"4\"")]
    [InlineData("/send", "Use /send on, /send off or /send inherit.")]
    [InlineData("/compact", "Not compacted: there is no conversation yet.")]
    [InlineData("/think high /verbose on", "Thinking level set to high.\nVerbose mode enabled.")]
    public async Task What_a_command_says(string command, string expected)
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync(command, "c-1");

        Assert.Contains(expected, Text(await client.ChatAsync("c-1", "final")), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("/etc/hosts looks odd")]
    [InlineData("/unknown thing")]
    [InlineData("/activation always")]
    [InlineData("/restart")]
    [InlineData("/skill")]
    [InlineData("what is 1/2?")]
    public async Task What_is_no_command_here_goes_to_the_model(string message)
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync(message, "c-1");

        Assert.Equal("pong", Text(await client.ChatAsync("c-1", "final")));
        Assert.StartsWith(message, Prompt(server.Requests[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_in_a_message_holds_for_that_message_only()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with
        {
            Models = config.Models with
            {
                Providers = config.Models.Providers.ToDictionary(
                    static pair => pair.Key, static pair => pair.Value with { Models = [pair.Value.Models[0] with { Reasoning = true }] }),
            },
        });
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("/think high fix the tests", "c-1");
        await client.ChatAsync("c-1", "final");
        await client.SayAsync("and again", "c-2");
        await client.ChatAsync("c-2", "final");
        await client.AgentAsync("chat.send", """{"sessionKey":"main","message":"with thought","thinking":"medium","idempotencyKey":"c-3"}""");
        await client.ChatAsync("c-3", "final");

        Assert.StartsWith("fix the tests", Prompt(server.Requests[0]), StringComparison.Ordinal);
        Assert.Equal(["high", "low", "medium"], server.Requests.Select(static r => r.Body.GetProperty("reasoning_effort").GetString()));
    }

    [Fact]
    public async Task A_shortcut_in_a_message_is_answered_and_shown_and_the_rest_is_said()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("hello /whoami there", "c-1");

        Assert.Contains("You are the owner.", Text(await client.ChatAsync("inject-c-1", "final")), StringComparison.Ordinal);
        Assert.Equal("pong", Text(await client.ChatAsync("c-1", "final")));
        Assert.StartsWith("hello there", Prompt(server.Requests[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_begins_a_session_with_a_greeting_and_keeps_the_old_file()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("/think high", "c-0");
        await client.ChatAsync("c-0", "final");
        await client.SayAsync("marmalade", "c-1");
        await client.ChatAsync("c-1", "final");
        var before = gateway.Parts.Conversations.Sessions.Find("agent:main:main")!;

        await client.SayAsync("/new", "c-2");
        await client.ChatAsync("c-2", "final");

        var after = gateway.Parts.Conversations.Sessions.Find("agent:main:main")!;
        Assert.NotEqual(before.SessionId, after.SessionId);
        Assert.Null(after.Text("thinkingLevel"));
        Assert.True(File.Exists(gateway.Parts.Conversations.Sessions.Transcript("agent:main:main", before)!.FilePath));
        Assert.Contains("Say hello", Prompt(server.Requests[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("marmalade", server.Requests[1].Body.GetRawText(), StringComparison.Ordinal);

        await client.SayAsync("/RESET now tell me", "c-3");
        await client.ChatAsync("c-3", "final");
        Assert.StartsWith("now tell me", Prompt(server.Requests[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_the_write_scope_of_an_owner_may_not_loosen_anything()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read", "operator.write"] });

        foreach (var command in (string[])["/exec security=full", "/send off", "/elevated full"])
        {
            await client.SayAsync(command, command);
            Assert.Matches("owner|not available", Text(await client.ChatAsync(command, "final")));
        }

        Assert.Null(gateway.Parts.Conversations.Sessions.Find("agent:main:main")?.Text("execSecurity"));
        Assert.Null(gateway.Parts.Conversations.Sessions.Find("agent:main:main")?.Text("elevatedLevel"));
    }

    [Fact]
    public async Task The_usage_footer_and_the_prefix_stand_in_the_reply()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with { Messages = new MessagesConfig { ResponsePrefix = "[{model}]" } });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("/usage tokens", "c-0");
        await client.ChatAsync("c-0", "final");

        await client.SayAsync("hello", "c-1");

        Assert.Matches(@"^\[stub-1\] pong\n\nUsage: \S+ in / \S+ out$", Text(await client.ChatAsync("c-1", "final")));
    }

    [Fact]
    public async Task A_session_that_is_stale_begins_anew_when_a_message_arrives()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with { Session = config.Session with { Reset = new SessionResetConfig { Mode = "idle", IdleMinutes = 30 } } });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("one", "c-1");
        await client.ChatAsync("c-1", "final");
        var sessions = gateway.Parts.Conversations.Sessions;
        var before = sessions.Find("agent:main:main")!.SessionId;
        await sessions.ReplaceAsync(
            "agent:main:main",
            static old =>
            {
                var entry = old!.ToObject();
                entry["updatedAt"] = 1000L;
                return entry;
            },
            TestContext.Current.CancellationToken);

        await client.SayAsync("two", "c-2");
        await client.ChatAsync("c-2", "final");

        Assert.NotEqual(before, sessions.Find("agent:main:main")!.SessionId);
        Assert.Equal(2, server.Requests[1].Body.GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task The_owners_shell_works_when_it_is_switched_on_and_for_nobody_else()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with { Commands = new CommandsConfig { Bash = true } });
        await using var client = await gateway.ConnectAsync();
        await using var other = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read", "operator.write"] });

        await client.SayAsync("! echo $((40 + 2)) from $0", "c-1");
        var said = Text(await client.ChatAsync("c-1", "final"));
        await client.SayAsync("/bash exit 3", "c-2");
        await other.SayAsync("/bash id", "c-3");

        Assert.Contains("42 from", said, StringComparison.Ordinal);
        Assert.Contains("(exit 0)", said, StringComparison.Ordinal);
        Assert.Contains("(exit 3)", Text(await client.ChatAsync("c-2", "final")), StringComparison.Ordinal);
        Assert.Contains("for the owner", Text(await client.ChatAsync("c-3", "final")), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_approval_is_decided_from_the_chat_by_who_may()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await using var other = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read", "operator.write"] });

        await client.SayAsync("/approve nothing deny", "c-1");
        await client.SayAsync("/approve", "c-2");
        await other.SayAsync("/approve nothing allow-always", "c-3");

        Assert.Equal("Not decided: unknown approval id.", Text(await client.ChatAsync("c-1", "final")));
        Assert.StartsWith("Use /approve", Text(await client.ChatAsync("c-2", "final")), StringComparison.Ordinal);
        Assert.Equal("Deciding needs the scope operator.approvals.", Text(await client.ChatAsync("c-3", "final")));
    }

    private static string Prompt(ModelExchange exchange) =>
        exchange.Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!;

    private static string Text(JsonNode chat) => (string)chat["message"]!["content"]![0]!["text"]!;
}
