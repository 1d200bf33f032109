using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Voice;

namespace OpenClaw.Gateway.Tests;

/// <summary>What a connected client may send, and what comes of it (spec 01 §1, §2).</summary>
[Trait("Runbook", "C3")]
public class FrameTests
{
    [Theory]
    [InlineData("""{"type":"req","id":7,"method":"health"}""", "7", "at /id: must be string")]
    [InlineData("""{"type":"req","id":"a1"}""", "\"a1\"", "must have required property 'method'")]
    [InlineData("""{"type":"req","id":"a2","method":""}""", "\"a2\"", "at /method: must NOT have fewer than 1 characters")]
    [InlineData("""{"type":"req","id":"a3","method":"health","params":{},"extra":1}""", "\"a3\"", "at root: unexpected property 'extra'")]
    [InlineData("""{"type":"res","id":"a4","ok":true}""", "\"a4\"", "must have required property 'method'; at root: unexpected property 'ok'; at /type: must be equal to constant")]
    [InlineData("42", "\"invalid\"", "must be object")]
    public async Task A_frame_that_is_no_request_is_answered_and_the_socket_stays_open(string text, string id, string problem)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();

        await client.SendTextAsync(text);
        var answer = await client.NextAsync(f => (string?)f["type"] == "res");

        Assert.Equal(id, answer["id"]!.ToJsonString());
        Assert.Equal(("INVALID_REQUEST", $"invalid request frame: {problem}"), answer.Error());
        Assert.True((bool)(await client.RequestAsync("health"))["ok"]!);
    }

    [Fact]
    public async Task What_a_method_does_after_its_reply_is_heard_after_its_reply()
    {
        await using var gateway = await TestGateway.StartAsync();
        // No handler of the gateway's own; what it does here is what a run's start does, without the luck of being slow.
        gateway.Parts.Methods.Add(VoiceMethods.TtsDisable, (context, _, _) =>
        {
            context.AfterReply(() => gateway.Parts.Broadcaster.Publish(ProtocolEvents.Shutdown, new ShutdownEvent { Reason = "after" }));
            return ValueTask.FromResult<Reply<TtsDisableResult>>(new TtsDisableResult { Enabled = false });
        });
        await using var client = await gateway.ConnectAsync();

        var id = await client.SendRequestAsync("tts.disable", new JsonObject());
        await client.EventAsync("shutdown");

        var order = client.Seen.Where(f => (string?)f["id"] == id || (string?)f["event"] == "shutdown").Select(f => (string?)f["type"]);
        Assert.Equal(["res", "event"], order);
    }

    [Fact]
    public async Task What_is_not_JSON_is_ignored()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();

        await client.SendTextAsync("{oops");
        await client.SendBinaryAsync([0xFF, 0xFE, 0x00]);

        Assert.True((bool)(await client.RequestAsync("health"))["ok"]!);
        Assert.DoesNotContain(client.Rest(), f => (string?)f["type"] == "res");
    }

    [Fact]
    public async Task A_binary_frame_is_read_as_text()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();

        await client.SendBinaryAsync(Encoding.UTF8.GetBytes("""{"type":"req","id":"bin-1","method":"system-presence"}"""));

        Assert.True((bool)(await client.AnswerAsync("bin-1"))["ok"]!);
    }

    [Fact]
    public async Task A_message_in_pieces_with_a_ping_between_is_one_message_and_the_ping_is_answered()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();

        await client.SendFrameAsync(0x01, Encoding.UTF8.GetBytes("""{"type":"req","id":"p-1","""));
        await client.SendFrameAsync(0x89, [1, 2, 3]);
        await client.SendFrameAsync(0x80, Encoding.UTF8.GetBytes(""" "method":"health"}"""));

        Assert.True((bool)(await client.AnswerAsync("p-1"))["ok"]!);
        Assert.Equal([1, 2, 3], await client.Pong);
    }

    [Fact]
    public async Task A_large_message_passes_after_connect_and_one_above_the_limit_closes_1009()
    {
        await using var gateway = await TestGateway.StartAsync(null, null, null, new ControlPlane.HubLimits { MaxPayload = 1_000_000 }, null);
        await using var client = await gateway.ConnectAsync();
        var filler = new string('x', 900_000);

        await client.SendTextAsync($$$"""{"type":"req","id":"big","method":"health","params":{"filler":"{{{filler}}}"}}""");
        Assert.True((bool)(await client.AnswerAsync("big"))["ok"]!);
        await client.SendTextAsync(new string('x', 1_000_001));

        Assert.Equal((1009, ""), await client.Closed);
    }

    [Fact]
    public async Task A_breach_of_the_websocket_protocol_ends_that_socket_only()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var good = await gateway.ConnectAsync();
        await using var bad = await gateway.ConnectAsync();

        await bad.SendFrameAsync(0xF1, [1]);

        Assert.Contains((await bad.Closed).Code, new[] { 1002, 1006 });
        Assert.True((bool)(await good.RequestAsync("health"))["ok"]!);
    }

    [Fact]
    public async Task A_second_connect_and_an_unknown_method_are_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();

        Assert.Equal("connect is only valid as the first request", (await client.RequestAsync("connect", new Hello().ToParams(""))).Error().Message);
        Assert.Equal("unknown method: no.such.method", (await client.RequestAsync("no.such.method")).Error().Message);
    }

    [Fact]
    public async Task The_clients_goodbye_is_echoed()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();

        Assert.Equal((1000, ""), await client.CloseAsync());
    }

    [Fact]
    public async Task Neither_subprotocol_nor_compression_is_negotiated()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync(new Dictionary<string, string>
        {
            ["Sec-WebSocket-Extensions"] = "permessage-deflate",
            ["Sec-WebSocket-Protocol"] = "openclaw",
        });

        Assert.True(client.Upgraded);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", client.Head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Sec-WebSocket-Protocol", client.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Too_many_requests_at_once_are_told_to_come_back()
    {
        await using var gateway = await TestGateway.StartAsync(null, null, null, new ControlPlane.HubLimits { MaxInFlight = 4 }, null);
        await using var client = await gateway.ConnectAsync();
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
            ids.Add(await client.SendRequestAsync("agent.wait", new System.Text.Json.Nodes.JsonObject { ["runId"] = $"none-{i}", ["timeoutMs"] = 3_000 }));

        var fifth = await client.AnswerAsync(ids[4]);

        Assert.Equal(("UNAVAILABLE", "too many requests in flight on this connection"), fifth.Error());
        Assert.True((bool)fifth["error"]!["retryable"]!);
        Assert.True((bool)(await client.AnswerAsync(ids[0]))["ok"]!);
    }
}
