using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Gateway.Tests.Conversations;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Tools;

/// <summary>The gateway's own tools in runs, as a client meets them.</summary>
public class GatewayToolsTests
{
    private static readonly Hello s_writer = new() { Scopes = ["operator.write", "operator.read"], Token = TestGateway.Token };

    [Fact]
    public async Task CVE_2026_32051_a_client_that_may_write_does_not_rule_through_an_agent()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("",
                ("c1", "gateway", """{"action":"config.get"}"""),
                ("c2", "cron", """{"action":"add","job":{"name":"x","schedule":{"kind":"every","everyMs":60000},"sessionTarget":"main","payload":{"kind":"systemEvent","text":"x"}}}"""),
                ("c3", "cron", """{"action":"list"}""")),
            static e => e.OpenAiAsync("done"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync(s_writer);

        await client.SayAsync("rule", "r-1");
        await client.ChatAsync("r-1", "final");

        Assert.DoesNotContain("gateway", Offered(server.Requests[0]));
        Assert.Contains("cron", Offered(server.Requests[0]));
        var results = Results(server.Requests[1]);
        Assert.DoesNotContain("\"hash\"", results["c1"]);
        Assert.Contains("missing scope: operator.admin", results["c2"]);
        Assert.Contains("\"jobs\": []", results["c3"]);
    }

    [Fact]
    public async Task A_job_can_be_made_looked_at_and_removed_by_an_owners_agent()
    {
        string? id = null;
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("", ("c1", "cron", """{"action":"add","contextMessages":5,"job":{"name":"tea","schedule":{"kind":"every","everyMs":3600000},"sessionTarget":"main","payload":{"kind":"systemEvent","text":"Make tea."}}}""")),
            e =>
            {
                id = (string?)JsonNode.Parse(Results(e)["c1"])!["id"];
                return e.OpenAiCallsAsync("", ("c2", "cron", $$"""{"action":"remove","jobId":"{{id}}"}"""), ("c3", "cron", """{"action":"remove"}"""));
            },
            static e => e.OpenAiAsync("done"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("remind me", "r-1");
        await client.ChatAsync("r-1", "final");

        Assert.NotNull(id);
        Assert.Contains("Recent context:\\n- User: remind me", Results(server.Requests[1])["c1"].Replace("\\\\n", "\\n", StringComparison.Ordinal));
        var results = Results(server.Requests[2]);
        Assert.Contains("\"removed\": true", results["c2"]);
        Assert.Contains("jobId required (id accepted for backward compatibility)", results["c3"]);
    }

    [Fact]
    public async Task A_spawned_session_reports_to_the_client_that_listens()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("", ("c1", "sessions_spawn", """{"task":"look it up","label":"look","model":"nobody/nothing"}""")),
            static e => Answer(e, "It is 42.", "Started."),
            static e => Answer(e, "It is 42.", "Started."),
            static e => e.OpenAiAsync("The answer is 42."));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("ask somebody", "r-1");
        await client.ChatAsync("r-1", "final");
        var report = await client.NextAsync(frame => (string?)frame["event"] == "chat" && (string?)frame["payload"]!["state"] == "final"
            && (string?)frame["payload"]!["sessionKey"] == "main" && (string?)frame["payload"]!["runId"] != "r-1");

        Assert.Equal("The answer is 42.", (string?)report["payload"]!["message"]!["content"]![0]!["text"]);
        var record = Assert.Single(gateway.Parts.Tools.Subagents.Of("agent:main:main"));
        Assert.Equal(("look", "ok"), (record.Label, record.Outcome!.Status));
        var spawned = Results(server.Requests.Last(request => Results(request).ContainsKey("c1")))["c1"];
        Assert.All(["\"status\": \"accepted\"", "\"modelApplied\": false", "\"warning\": "], part => Assert.Contains(part, spawned));
        var child = server.Requests.Single(request => IsChild(request) && request.Body.GetRawText().Contains("You are a sub-agent"));
        Assert.DoesNotContain("sessions_spawn", Offered(child));
        Assert.DoesNotContain("cron", Offered(child));
    }

    [Fact]
    public async Task Two_sessions_answer_each_other_until_one_has_nothing_to_add()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiAsync("hi"),
            static e => e.OpenAiCallsAsync("", ("c1", "sessions_send", """{"sessionKey":"work","message":"Are you done?"}""")),
            static e => e.OpenAiAsync("Nearly."),
            static e => e.OpenAiAsync("They are nearly done."),
            static e => e.OpenAiAsync("REPLY_SKIP"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("hello", "r-1", "work");
        await client.ChatAsync("r-1", "final");

        await client.SayAsync("ask the other one", "r-2");
        var final = await client.ChatAsync("r-2", "final");
        Assert.Equal("They are nearly done.", (string?)final["message"]!["content"]![0]!["text"]);
        await client.NextAsync(frame => (string?)frame["event"] == "agent" && (string?)frame["payload"]!["sessionKey"] == "agent:main:main"
            && (string?)frame["payload"]!["stream"] == "lifecycle" && (string?)frame["payload"]!["data"]!["phase"] == "end" && (string?)frame["payload"]!["runId"] != "r-2");

        var sent = Results(server.Requests[3])["c1"];
        Assert.All(["\"status\": \"ok\"", "\"reply\": \"Nearly.\"", "\"sessionKey\": \"agent:main:work\"", "\"mode\": \"announce\""], part => Assert.Contains(part, sent));
        Assert.Contains("This message comes from another session", server.Requests[2].Body.GetRawText());
        Assert.Contains("turn 1 of at most 5", server.Requests[4].Body.GetRawText());
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Messages_go_out_are_noted_at_their_target_and_remembered_for_the_run()
    {
        await using var server = new ModelServer(
            static e => e.OpenAiCallsAsync("",
                ("c1", "message", """{"action":"send","channel":"telegram","target":"-100","message":"Dinner at seven."}"""),
                ("c2", "message", """{"action":"send","channel":"telegram","target":"-100","media":"/etc/passwd"}"""),
                ("c3", "message", """{"action":"send","channel":"smoke","message":"x"}"""),
                ("c4", "message", """{"action":"pin","target":"-100","message":"x"}"""),
                ("c5", "message", """{"action":"react","target":"-100","messageId":7,"emoji":"👍"}""")),
            static e => e.OpenAiAsync("done"));
        var (gateway, telegram) = await Talk.WithTelegramAsync(server);
        await using var owned = gateway;
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("tell them", "r-1");
        await client.ChatAsync("r-1", "final");

        Assert.True(telegram.Opened[0].Sent.Count == 1, server.Requests[1].Body.GetRawText());
        var part = Assert.Single(telegram.Opened[0].Sent);
        Assert.Equal(("-100", "Dinner at seven."), (part.ChatId, part.Text));
        Assert.Equal(("react", "7", "👍"), (telegram.Opened[0].Done[0].Name, telegram.Opened[0].Done[0].MessageId, telegram.Opened[0].Done[0].Emoji));
        var target = new DeliveryTarget("telegram", "-100", "default");
        var results = Results(server.Requests[1]);
        Assert.Contains("\"messageId\": \"m1\"", results["c1"]);
        Assert.Contains("neither an address nor a file in", results["c2"]);
        Assert.Contains("unknown or unconfigured channel", results["c3"]);
        Assert.Contains("pin is not supported by channel telegram; it can: send, react", results["c4"]);
        var tools = gateway.Parts.Tools;
        Assert.True(tools.Sent.IsDuplicate("r-1", target, "dinner at  seven."));
        Assert.False(tools.Sent.IsDuplicate("r-1", new DeliveryTarget("telegram", "-200"), "Dinner at seven."));
        await tools.Mirror.SettledAsync();
        var sessions = gateway.Parts.Conversations.Sessions;
        var group = sessions.Find("agent:main:telegram:group:-100")!;
        var line = sessions.Transcript("agent:main:telegram:group:-100", group)!.Read().Entries.Single().Message!.Value;
        Assert.Equal(("openclaw", "delivery-mirror"), (line.GetProperty("provider").GetString(), line.GetProperty("model").GetString()));
    }

    [Fact]
    public async Task Without_a_channel_that_can_send_there_is_no_message_tool()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("done"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("hello", "r-1");
        await client.ChatAsync("r-1", "final");

        Assert.DoesNotContain("message", Offered(server.Requests[0]));
    }

    private static Task Answer(ModelExchange exchange, string child, string main) => exchange.OpenAiAsync(IsChild(exchange) ? child : main);

    private static bool IsChild(ModelExchange exchange) => exchange.Body.GetRawText().Contains("You are a sub-agent", StringComparison.Ordinal);

    private static string[] Offered(ModelExchange exchange) =>
        [.. exchange.Body.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!)];

    private static Dictionary<string, string> Results(ModelExchange exchange) => exchange.Body.GetProperty("messages").EnumerateArray()
        .Where(message => message.GetProperty("role").GetString() == "tool")
        .ToDictionary(message => message.GetProperty("tool_call_id").GetString()!, message => Text(message.GetProperty("content")));

    private static string Text(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
}
