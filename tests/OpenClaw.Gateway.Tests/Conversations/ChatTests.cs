using System.Text.Json.Nodes;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Conversations;

public class ChatTests
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    [Trait("Runbook", "D4")]
    public async Task A_message_is_started_streamed_and_finished_with_the_recorded_keys()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var ack = await client.SayAsync("hello there", "c-1");
        var start = await client.StepAsync("c-1", "lifecycle", "start");
        var text = await client.StepAsync("c-1", "assistant");
        var delta = await client.ChatAsync("c-1", "delta");
        var end = await client.StepAsync("c-1", "lifecycle", "end");
        var final = await client.ChatAsync("c-1", "final");

        Assert.Equal("""{"runId":"c-1","status":"started"}""", ack["payload"]!.ToJsonString());
        Assert.Equal("runId,stream,data,sessionKey,seq,ts", start.Keys());
        Assert.Equal("phase,startedAt", start["data"]!.Keys());
        Assert.Equal("""{"text":"pong","delta":"pong"}""", text["data"]!.ToJsonString());
        Assert.Equal("runId,sessionKey,seq,state,deltaText,message", delta.Keys());
        Assert.Equal("phase,endedAt", end["data"]!.Keys());
        Assert.Equal("runId,sessionKey,seq,state,message", final.Keys());
        Assert.Equal("role,content,timestamp", final["message"]!.Keys());
        Assert.Equal("main", (string?)final["sessionKey"]);
        Assert.Equal((1, 2, 2, 3, 3), ((int)start["seq"]!, (int)text["seq"]!, (int)delta["seq"]!, (int)end["seq"]!, (int)final["seq"]!));
    }

    [Fact]
    [Trait("Runbook", "D4")]
    public async Task The_short_key_and_the_full_key_are_one_session()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("hello there", "c-1");
        await client.ChatAsync("c-1", "final");

        var history = await client.AgentAsync("chat.history", """{"sessionKey":"agent:main:main"}""");

        var messages = history["payload"]!["messages"]!.AsArray();
        Assert.Equal(["user", "assistant"], messages.Select(static m => (string?)m!["role"]));
        Assert.Equal("hello there", (string?)messages[0]!["content"]![0]!["text"]);
        Assert.Equal("sessionKey,sessionId,messages,thinkingLevel", history["payload"]!.Keys());
        Assert.Equal("agent:main:main", (string?)history["payload"]!["sessionKey"]);
    }

    [Fact]
    public async Task A_failed_model_call_is_an_error_for_the_conversation_too()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, """{"error":{"message":"stub says no"}}"""));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        await client.SayAsync("fail", "c-1");
        var step = await client.StepAsync("c-1", "lifecycle", "error");
        var chat = await client.ChatAsync("c-1", "error");

        Assert.Equal("phase,error,startedAt,endedAt", step["data"]!.Keys());
        Assert.Equal("400 stub says no", (string?)chat["errorMessage"]);
        Assert.Equal("runId,sessionKey,seq,state,errorMessage", chat.Keys());
        var again = await client.SayAsync("fail", "c-1");
        Assert.Equal(("UNAVAILABLE", "400 stub says no"), again.Error());
        Assert.Equal("runId,status,summary", again["payload"]!.Keys());
    }

    [Fact]
    public async Task Who_saw_the_end_of_a_run_finds_its_outcome_every_time()
    {
        await using var server = new ModelServer(static e => e.AnswerAsync(400, """{"error":{"message":"stub says no"}}"""));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        for (var i = 0; i < 200; i++)
        {
            await client.SayAsync("fail", $"c-{i}");
            await client.ChatAsync($"c-{i}", "error");
            Assert.Equal(("UNAVAILABLE", "400 stub says no"), (await client.SayAsync("fail", $"c-{i}")).Error());
            Assert.Equal("error", (string?)(await client.AgentAsync("agent.wait", $$"""{"runId":"c-{{i}}","timeoutMs":0}"""))["payload"]!["status"]);
        }
    }

    [Theory]
    [InlineData("chat.send", "started")]
    [InlineData("agent", "accepted")]
    public async Task The_promise_of_a_run_comes_before_the_run_every_time(string method, string promise)
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        for (var i = 0; i < 200; i++)
        {
            var id = await client.SendRequestAsync(method, new JsonObject { ["sessionKey"] = "main", ["message"] = "ping", ["idempotencyKey"] = $"c-{i}" });
            await client.ChatAsync($"c-{i}", "final");
            var first = client.Seen.First(f => (string?)f["payload"]?["runId"] == $"c-{i}");
            Assert.Equal(id, (string?)first["id"]);
            Assert.Equal(promise, (string?)first["payload"]!["status"]);
            client.Forget();
        }
    }

    [Fact]
    public async Task Messages_sent_in_one_breath_reach_the_model_in_that_order()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("ok"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with
        {
            Messages = new MessagesConfig { Queue = new MessageQueueConfig { Mode = "followup", DebounceMs = 0, Cap = 100 } },
        });
        await using var client = await gateway.ConnectAsync();

        for (var i = 0; i < 50; i++)
            await client.SendRequestAsync("chat.send", new JsonObject { ["sessionKey"] = "main", ["message"] = $"word-{i}.", ["idempotencyKey"] = $"c-{i}" });
        for (var i = 0; i < 50; i++)
            await client.ChatAsync($"c-{i}", "final");

        Assert.Equal(
            Enumerable.Range(0, 50).Select(static i => $"word-{i}."),
            server.Requests.Select(static r => r.Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content")[0].GetProperty("text").GetString()!.Split('\n')[0]));
    }

    [Fact]
    [Trait("Runbook", "D4")]
    public async Task Chat_abort_stops_the_run_keeps_the_text_and_answers_after_the_event()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("tick tick");
            await e.GoneAsync();
        });
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("slow", "c-3");
        await client.ChatAsync("c-3", "delta");
        Assert.Equal("in_flight", (string?)(await client.SayAsync("again", "c-3"))["payload"]!["status"]);
        Assert.Equal("""{"ok":true,"aborted":false,"runIds":[]}""",
            (await client.AgentAsync("chat.abort", """{"sessionKey":"main","runId":"c-none"}"""))["payload"]!.ToJsonString());
        Assert.Equal(("INVALID_REQUEST", "runId does not match sessionKey"),
            (await client.AgentAsync("chat.abort", """{"sessionKey":"agent:main:other","runId":"c-3"}""")).Error());

        var id = await client.SendRequestAsync("chat.abort", JsonNode.Parse("""{"sessionKey":"agent:main:main","runId":"c-3"}"""));
        var answer = await client.AnswerAsync(id);
        var aborted = client.Rest().Single(static f => (string?)f["payload"]?["state"] == "aborted")["payload"]!;
        var end = await client.StepAsync("c-3", "lifecycle", "end");

        Assert.Equal("""{"ok":true,"aborted":true,"runIds":["c-3"]}""", answer["payload"]!.ToJsonString());
        Assert.Equal("runId,sessionKey,seq,state,stopReason", aborted.Keys());
        Assert.Equal(("rpc", (int)end["seq"]!), ((string?)aborted["stopReason"], (int)aborted["seq"]!));
        Assert.Equal("phase,startedAt,endedAt,aborted", end["data"]!.Keys());
        var history = await client.AgentAsync("chat.history", """{"sessionKey":"main"}""");
        Assert.Equal("aborted", (string?)history["payload"]!["messages"]![1]!["stopReason"]);
        Assert.DoesNotContain(client.Rest(), static f => (string?)f["payload"]?["state"] == "final");
    }

    [Fact]
    public async Task A_stop_word_stops_every_chat_run_of_the_session()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("tack");
            await e.GoneAsync();
        });
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("slow", "c-5");
        await client.ChatAsync("c-5", "delta");
        await client.SayAsync("queued", "c-6");

        var answer = await client.SayAsync(" STOP ", "c-5-stop");

        Assert.True((bool)answer["payload"]!["aborted"]!);
        Assert.Equal(["c-5", "c-6"], answer["payload"]!["runIds"]!.AsArray().Select(static id => (string)id!).Order());
        Assert.Equal("stop", (string?)(await client.ChatAsync("c-5", "aborted"))["stopReason"]);
        Assert.Equal("stop", (string?)(await client.ChatAsync("c-6", "aborted"))["stopReason"]);
        Assert.False((bool)(await client.SayAsync("stop", "c-7"))["payload"]!["aborted"]!);
    }

    [Fact]
    public async Task A_repeated_key_runs_nothing_again()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("hello", "c-1");
        await client.ChatAsync("c-1", "final");

        Assert.Equal("""{"runId":"c-1","status":"ok"}""", (await client.SayAsync("hello", "c-1"))["payload"]!.ToJsonString());
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"sessionKey":"main","message":"","idempotencyKey":"k"}""", "message or attachment required")]
    [InlineData("""{"sessionKey":"main","message":"x","idempotencyKey":"k","attachments":[{"fileName":"p.png","content":"***"}]}""", "Error: attachment p.png: invalid base64 content")]
    [InlineData("""{"sessionKey":"main","message":"x","idempotencyKey":"k","thinking":"gigantic"}""", "invalid chat.send params: at /thinking: use off|minimal|low|medium|high")]
    public async Task A_bad_message_names_what_is_wrong_and_starts_nothing(string parameters, string expected)
    {
        await using var server = new ModelServer();
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();

        var answer = await client.AgentAsync("chat.send", parameters);

        Assert.Equal(("INVALID_REQUEST", expected), answer.Error());
        Assert.Equal(0, gateway.Parts.Conversations.Runner.Active);
    }

    [Fact]
    public async Task A_picture_reaches_a_model_that_sees()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("nice"));
        await using var gateway = await Talk.WithAsync(server);
        gateway.ChangeConfig(static config => config with
        {
            Models = config.Models with
            {
                Providers = config.Models.Providers.ToDictionary(
                    static pair => pair.Key,
                    static pair => pair.Value with { Models = [pair.Value.Models[0] with { Input = ["text", "image"] }] }),
            },
        });
        await using var client = await gateway.ConnectAsync();

        await client.AgentAsync("chat.send", $$"""{"sessionKey":"main","message":"look","idempotencyKey":"i-1","attachments":[{"mimeType":"text/plain","fileName":"p.txt","content":"{{Png}}"}]}""");
        await client.ChatAsync("i-1", "final");

        var content = server.Requests[0].Body.GetProperty("messages")[1].GetProperty("content");
        Assert.Equal($"data:image/png;base64,{Png}", content[1].GetProperty("image_url").GetProperty("url").GetString());
    }

    [Fact]
    public async Task An_injected_note_is_shown_kept_and_seen_by_the_model()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync("pong"));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        Assert.Equal(("INVALID_REQUEST", "session not found"),
            (await client.AgentAsync("chat.inject", """{"sessionKey":"main","message":"x"}""")).Error());
        await client.SayAsync("one", "c-1");
        await client.ChatAsync("c-1", "final");

        var injected = await client.AgentAsync("chat.inject", """{"sessionKey":"main","message":"injected note","label":"ops"}""");
        var id = (string)injected["payload"]!["messageId"]!;
        var shown = await client.ChatAsync($"inject-{id}", "final");
        await client.SayAsync("two", "c-2");
        await client.ChatAsync("c-2", "final");

        Assert.Matches("^[0-9a-f]{8}$", id);
        Assert.Equal("[ops]\n\ninjected note", (string?)shown["message"]!["content"]![0]!["text"]);
        Assert.Equal("role,content,timestamp,stopReason,usage", shown["message"]!.Keys());
        Assert.Equal(0, (int)shown["seq"]!);
        Assert.Contains("injected note", server.Requests[1].Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("pong", server.Requests[1].Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twelve_sessions_talk_at_once_and_each_hears_its_own_answer()
    {
        await using var server = new ModelServer(static e => e.OpenAiAsync(
            "you said ", e.Body.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("text").GetString()!.Split('\n')[0]));
        await using var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        for (var i = 0; i < 12; i++)
            await client.SayAsync($"word-{i}", $"p-{i}", $"agent:main:s{i}");

        for (var i = 0; i < 12; i++)
        {
            var final = await client.ChatAsync($"p-{i}", "final");
            Assert.Equal($"you said word-{i}", (string?)final["message"]!["content"]![0]!["text"]);
            Assert.Equal($"agent:main:s{i}", (string?)final["sessionKey"]);
        }
    }

    [Fact]
    public async Task Stopping_the_gateway_tells_listeners_how_the_run_ended()
    {
        await using var server = new ModelServer(static async e =>
        {
            await e.StartAsync();
            await e.OpenAiTextAsync("working");
            await e.GoneAsync();
        });
        var gateway = await Talk.WithAsync(server);
        await using var client = await gateway.ConnectAsync();
        await client.SayAsync("slow", "c-1");
        await client.ChatAsync("c-1", "delta");

        await gateway.DisposeAsync();

        await client.EventAsync("shutdown");
        var aborted = client.Rest().Single(static f => (string?)f["payload"]?["state"] == "aborted");
        Assert.Equal("shutdown", (string?)aborted["payload"]!["stopReason"]);
    }
}
