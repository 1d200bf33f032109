using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

public class QueueTests
{
    [Fact]
    public async Task Messages_sent_while_busy_are_answered_together_under_the_last_name()
    {
        var hold = new TaskCompletionSource();
        await using var server = Held(hold.Task);
        await using var gateway = await WithQueueAsync(server, new MessageQueueConfig { DebounceMs = 20 });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first", "q-1");
        await client.StepAsync("q-1", "lifecycle", "start");

        await client.SayAsync("item-two", "q-2");
        await client.SayAsync("third", "q-3");
        Assert.Equal("in_flight", (string?)(await client.SayAsync("item-two", "q-2"))["payload"]!["status"]);
        hold.SetResult();

        Assert.Equal("ok", Text(await client.ChatAsync("q-1", "final")));
        Assert.Equal("ok", Text(await client.ChatAsync("q-3", "final")));
        Assert.Null((await client.ChatAsync("q-2", "final"))["message"]);
        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith("[Messages queued while busy]\n\n---\nQueued #1\nitem-two\n\n---\nQueued #2\nthird\n[message_id: q-3]", Prompt(server.Requests[1]), StringComparison.Ordinal);
        Assert.Equal("ok", (string?)(await client.SayAsync("item-two", "q-2"))["payload"]!["status"]);
        Assert.Equal("ok", (string?)(await client.AgentAsync("agent.wait", """{"runId":"q-2","timeoutMs":0}"""))["payload"]!["status"]);
    }

    [Fact]
    public async Task An_interrupting_message_stops_the_run_and_is_answered()
    {
        await using var server = new ModelServer(static async e =>
        {
            if (!e.Body.GetRawText().Contains("item-two", StringComparison.Ordinal))
            {
                await e.StartAsync();
                await e.OpenAiTextAsync("tick");
                await e.GoneAsync();
                return;
            }

            await e.OpenAiAsync("ok");
        });
        await using var gateway = await WithQueueAsync(server, new MessageQueueConfig { Mode = "interrupt" });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first", "q-1");
        await client.ChatAsync("q-1", "delta");

        await client.SayAsync("item-two", "q-2");

        Assert.Equal("interrupt", (string?)(await client.ChatAsync("q-1", "aborted"))["stopReason"]);
        Assert.Equal("ok", Text(await client.ChatAsync("q-2", "final")));
    }

    [Fact]
    public async Task A_full_queue_says_so_or_says_what_gave_way()
    {
        var hold = new TaskCompletionSource();
        await using var server = Held(hold.Task);
        await using var gateway = await WithQueueAsync(server, new MessageQueueConfig { DebounceMs = 0, Cap = 1, Drop = "new" });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first", "q-1");
        await client.StepAsync("q-1", "lifecycle", "start");
        await client.SayAsync("item-two", "q-2");

        await client.SayAsync("third", "q-3");
        Assert.Contains("messages.queue.cap", (string?)(await client.ChatAsync("q-3", "error"))["errorMessage"], StringComparison.Ordinal);
        gateway.ChangeConfig(static config => config with { Messages = new MessagesConfig { Queue = config.Messages.Queue with { Drop = "old" } } });
        await client.SayAsync("fourth", "q-5");
        Assert.Contains("not answered", (string?)(await client.ChatAsync("q-2", "error"))["errorMessage"], StringComparison.Ordinal);
        hold.SetResult();
        Assert.Equal("ok", Text(await client.ChatAsync("q-5", "final")));
    }

    [Fact]
    public async Task Summarised_messages_leave_a_line_and_end_with_the_run_that_reads_it()
    {
        var hold = new TaskCompletionSource();
        await using var server = Held(hold.Task);
        await using var gateway = await WithQueueAsync(server, new MessageQueueConfig { DebounceMs = 0, Cap = 1 });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first", "q-1");
        await client.StepAsync("q-1", "lifecycle", "start");
        await client.SayAsync("item-two", "q-2");
        await client.SayAsync("third", "q-3");
        await client.AgentAsync("chat.history", """{"sessionKey":"main"}""");
        hold.SetResult();

        Assert.Equal("ok", Text(await client.ChatAsync("q-3", "final")));
        Assert.Null((await client.ChatAsync("q-2", "final"))["message"]);
        Assert.StartsWith("[1 earlier message was left out because too many were waiting]\n- item-two\n\nthird", Prompt(server.Requests[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_message_is_stopped_by_name_and_the_others_go_on()
    {
        var hold = new TaskCompletionSource();
        await using var server = Held(hold.Task);
        await using var gateway = await WithQueueAsync(server, new MessageQueueConfig { DebounceMs = 0 });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first", "q-1");
        await client.StepAsync("q-1", "lifecycle", "start");
        await client.SayAsync("item-two", "q-2");
        await client.SayAsync("third", "q-3");

        var answer = await client.AgentAsync("chat.abort", """{"sessionKey":"main","runId":"q-2"}""");
        Assert.Equal("""{"ok":true,"aborted":true,"runIds":["q-2"]}""", answer["payload"]!.ToJsonString());
        Assert.Equal("rpc", (string?)(await client.ChatAsync("q-2", "aborted"))["stopReason"]);
        hold.SetResult();
        await client.ChatAsync("q-3", "final");

        Assert.DoesNotContain("item-two", server.Requests[1].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_a_session_ends_what_waits_in_it()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("tick");
            await e.GoneAsync();
        });
        await using var gateway = await WithQueueAsync(server, new MessageQueueConfig());
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first", "q-1", "agent:main:other");
        await client.ChatAsync("q-1", "delta");
        await client.SayAsync("item-two", "q-2", "agent:main:other");

        var deleted = await client.AgentAsync("sessions.delete", """{"key":"agent:main:other"}""");

        Assert.True((bool)deleted["payload"]!["deleted"]!);
        await client.ChatAsync("q-1", "aborted");
        await client.ChatAsync("q-2", "aborted");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Rapid_texts_of_one_sender_become_one_message()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with
        {
            Messages = new MessagesConfig { Inbound = new MessageInboundConfig { DebounceMs = 200 } },
        });
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("one", "q-1");
        await client.SayAsync("two", "q-2");

        Assert.Equal("ok", Text(await client.ChatAsync("q-2", "final")));
        Assert.Null((await client.ChatAsync("q-1", "final"))["message"]);
        Assert.Equal("one\ntwo\n[message_id: q-2]", Prompt(Assert.Single(server.Requests)));
    }

    [Fact]
    public async Task A_steering_message_reaches_the_run_in_progress()
    {
        var hold = new TaskCompletionSource();
        await using var server = Held(hold.Task);
        await using var gateway = await WithQueueAsync(server, new MessageQueueConfig { Mode = "steer", DebounceMs = 0 });
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("first", "q-1");
        await client.StepAsync("q-1", "lifecycle", "start");
        while (server.Requests.Count == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await client.SayAsync("item-two", "q-2");
        await client.AgentAsync("chat.history", """{"sessionKey":"main"}""");
        hold.SetResult();

        await client.ChatAsync("q-1", "final");
        Assert.Null((await client.ChatAsync("q-2", "final"))["message"]);
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("item-two", Prompt(server.Requests[1]), StringComparison.Ordinal);
    }

    private static ModelServer Held(Task hold) => new(async e =>
    {
        if (e.Body.GetProperty("messages").GetArrayLength() == 2)
            await hold;
        await e.OpenAiAsync("ok");
    });

    private static async Task<TestGateway> WithQueueAsync(ModelServer server, MessageQueueConfig queue)
    {
        var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(config => config with { Messages = new MessagesConfig { Queue = queue } });
        return gateway;
    }

    private static string Prompt(ModelExchange exchange) =>
        exchange.Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!;

    private static string? Text(JsonNode chat) => (string?)chat["message"]!["content"]![0]!["text"];
}
