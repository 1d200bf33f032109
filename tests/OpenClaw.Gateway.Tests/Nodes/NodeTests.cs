using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Client.Identity;
using OpenClaw.Gateway.Tests.Support;

namespace OpenClaw.Gateway.Tests.Nodes;

/// <summary>Nodes: listing, commands, events, pairing (spec 02 §7).</summary>
[Trait("Runbook", "F1")]
public class NodeTests
{
    private static readonly Hello s_node = new()
    {
        ClientId = "node-host",
        Mode = "node",
        Role = "node",
        Scopes = [],
        DisplayName = "Shed",
        Commands = ["system.run", "system.which", " system.notify ", "canvas.present", "made.up"],
    };

    [Fact]
    public async Task A_connected_node_is_listed_with_the_commands_it_may_be_asked()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        var node = await gateway.ConnectAsync(s_node with { Device = device });

        var row = (await admin.RequestAsync("node.list"))["payload"]!["nodes"]!.AsArray().Single()!;
        var described = (await admin.RequestAsync("node.describe", new JsonObject { ["nodeId"] = device.DeviceId }))["payload"]!;
        Assert.Equal(["system.notify", "system.run", "system.which"], row["commands"]!.AsArray().Select(c => (string?)c));
        Assert.Equal((true, true), ((bool)row["paired"]!, (bool)row["connected"]!));
        Assert.Equal("Shed", (string?)described["displayName"]);
        Assert.Equal("unknown nodeId", (await admin.RequestAsync("node.describe", new JsonObject { ["nodeId"] = "nope" })).Error().Message);

        await node.CloseAsync();
        await node.DisposeAsync();
        await admin.NextAsync(f => (string?)f["event"] == "presence" && f.ToJsonString().Contains("disconnect", StringComparison.Ordinal));
        var after = (await admin.RequestAsync("node.list"))["payload"]!["nodes"]!.AsArray().Single()!;
        Assert.Equal((true, false), ((bool)after["paired"]!, (bool)after["connected"]!));
    }

    [Fact]
    public async Task A_command_reaches_the_node_and_its_answer_the_caller()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        await using var node = await gateway.ConnectAsync(s_node);

        var id = await admin.SendRequestAsync("node.invoke", Invoke("system.which", p => p["params"] = new JsonObject { ["bins"] = new JsonArray("sh") }));
        var request = (await node.EventAsync("node.invoke.request"))["payload"]!;
        Assert.Equal("""{"bins":["sh"]}""", (string?)request["paramsJSON"]);
        Assert.Null((await node.RequestAsync("node.invoke.result", Result(request, p => p["payloadJSON"] = """{"sh":"/bin/sh"}""")))["payload"]!["ignored"]);
        var answer = (await admin.AnswerAsync(id))["payload"]!;

        Assert.Equal("/bin/sh", (string?)answer["payload"]!["sh"]);
        Assert.Equal("""{"sh":"/bin/sh"}""", (string?)answer["payloadJSON"]);
        Assert.True((bool)(await node.RequestAsync("node.invoke.result", Result(request)))["payload"]!["ignored"]!);
        Assert.Equal(
            "nodeId mismatch",
            (await node.RequestAsync("node.invoke.result", new JsonObject { ["id"] = "x", ["nodeId"] = "someone-else", ["ok"] = true })).Error().Message);
    }

    [Fact]
    public async Task A_command_fails_in_the_words_of_its_reason()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        await using var node = await gateway.ConnectAsync(s_node);
        async Task<(string?, string?, string?)> Refused(string command, string nodeId = "node-host")
        {
            var answer = await admin.RequestAsync("node.invoke", Invoke(command, p => p["nodeId"] = nodeId));
            return (answer.Error().Code, answer.Error().Message, (string?)(answer["error"]!["details"]!["reason"] ?? answer["error"]!["details"]!["code"]));
        }

        Assert.Equal(("INVALID_REQUEST", "node command not allowed", "command not allowlisted"), await Refused("canvas.present"));
        Assert.Equal(("INVALID_REQUEST", "node command not allowed", "command not declared by node"), await Refused("system.execApprovals.get"));
        Assert.Equal(("UNAVAILABLE", "node not connected", "NOT_CONNECTED"), await Refused("system.run", "nope"));
        Assert.Equal("nodeId and command required", (await admin.RequestAsync("node.invoke", Invoke(" "))).Error().Message);

        var id = await admin.SendRequestAsync("node.invoke", Invoke("system.notify"));
        var request = (await node.EventAsync("node.invoke.request"))["payload"]!;
        await node.RequestAsync("node.invoke.result", Result(request, p =>
        {
            p["ok"] = false;
            p["error"] = new JsonObject { ["code"] = "UNAVAILABLE", ["message"] = "notifications are off" };
        }));
        var failed = await admin.AnswerAsync(id);
        Assert.Equal(("UNAVAILABLE", "notifications are off"), failed.Error());
        Assert.Equal("UNAVAILABLE", (string?)failed["error"]!["details"]!["nodeError"]!["code"]);
    }

    [Fact]
    public async Task A_command_ends_with_its_time_or_with_its_node()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var admin = await gateway.ConnectAsync(time: time);
        var node = await gateway.ConnectAsync(s_node, time: time);

        var late = await admin.SendRequestAsync("node.invoke", Invoke("system.run", p => p["timeoutMs"] = 700));
        await node.EventAsync("node.invoke.request");
        time.Advance(TimeSpan.FromMilliseconds(701));
        var timedOut = await admin.AnswerAsync(late);
        Assert.Equal(("UNAVAILABLE", "node invoke timed out"), timedOut.Error());
        Assert.Equal("TIMEOUT", (string?)timedOut["error"]!["details"]!["nodeError"]!["code"]);

        var orphan = await admin.SendRequestAsync("node.invoke", Invoke("system.run"));
        await node.EventAsync("node.invoke.request");
        node.Cut();
        Assert.Equal(("UNAVAILABLE", "Error: node disconnected (system.run)"), (await admin.AnswerAsync(orphan)).Error());
        await node.DisposeAsync();
    }

    [Fact]
    public async Task A_node_that_comes_back_before_its_old_socket_is_gone_stays_connected()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        var old = await gateway.ConnectAsync(s_node with { Device = device, InstanceId = "old" });
        await using var back = await gateway.ConnectAsync(s_node with { Device = device });

        await old.CloseAsync();
        await old.DisposeAsync();
        await admin.NextAsync(f => (string?)f["event"] == "presence" && f.ToJsonString().Contains("disconnect", StringComparison.Ordinal));

        Assert.True((bool)(await admin.RequestAsync("node.list"))["payload"]!["nodes"]![0]!["connected"]!);
        var id = await admin.SendRequestAsync("node.invoke", Invoke("system.run", p => p["nodeId"] = device.DeviceId));
        var request = (await back.EventAsync("node.invoke.request"))["payload"]!;
        await back.RequestAsync("node.invoke.result", Result(request));
        Assert.True((bool)(await admin.AnswerAsync(id))["ok"]!);
    }

    [Fact]
    public async Task Only_the_connection_that_was_asked_may_answer()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var impostor = await gateway.ConnectAsync(s_node);
        await using var _ = impostor;
        await using var asked = await gateway.ConnectAsync(s_node);

        var id = await admin.SendRequestAsync("node.invoke", Invoke("system.run"));
        var request = (await asked.EventAsync("node.invoke.request"))["payload"]!;

        Assert.True((bool)(await impostor.RequestAsync("node.invoke.result", Result(request)))["payload"]!["ignored"]!);
        await asked.RequestAsync("node.invoke.result", Result(request));
        Assert.True((bool)(await admin.AnswerAsync(id))["ok"]!);
    }

    [Fact]
    public async Task What_a_node_reports_becomes_a_note_and_everything_else_is_ignored()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        await using var node = await gateway.ConnectAsync(s_node);
        async Task Event(string name, string payloadJson) =>
            Assert.True((bool)(await node.RequestAsync("node.event", new JsonObject { ["event"] = name, ["payloadJSON"] = payloadJson }))["payload"]!["ok"]!);

        await Event("exec.finished", """{"sessionKey":"main","runId":"r1","exitCode":3,"output":"done"}""");
        await Event("exec.denied", """{"runId":"r2","reason":"user-denied","command":"rm"}""");
        await Event("unknown.event", """{"a":1}""");
        await Event("exec.started", "not json");
        Assert.True((bool)(await node.RequestAsync("node.event", new JsonObject { ["event"] = "chat.subscribe", ["payloadJSON"] = null, ["payload"] = new JsonObject { ["sessionKey"] = "main" } }))["ok"]!);

        Assert.Equal(
            ["Exec finished (node=node-host id=r1, code 3)\ndone", "Exec denied (node=node-host id=r2, user-denied): rm"],
            (await admin.RequestAsync("status"))["payload"]!["queuedSystemEvents"]!.AsArray().Select(t => (string?)t));
        Assert.Single(gateway.Parts.Subscriptions.Of("main"));
        Assert.Equal("unauthorized role: node", (await node.RequestAsync("health")).Error().Message);
        Assert.Equal("unauthorized role: operator", (await admin.RequestAsync("node.event", new JsonObject { ["event"] = "x" })).Error().Message);
    }

    [Fact]
    public async Task The_pairing_store_from_request_to_verification()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var wish = new JsonObject { ["nodeId"] = "node-1", ["displayName"] = "Kitchen", ["caps"] = new JsonArray("canvas") };

        var first = (await admin.RequestAsync("node.pair.request", wish.DeepClone()))["payload"]!;
        var again = (await admin.RequestAsync("node.pair.request", new JsonObject { ["nodeId"] = "node-1" }))["payload"]!;
        var requestId = (string)first["request"]!["requestId"]!;
        Assert.Equal((true, false), ((bool)first["created"]!, (bool)again["created"]!));
        Assert.Equal(requestId, (string?)again["request"]!["requestId"]);
        await admin.EventAsync("node.pair.requested");

        var node = (await admin.RequestAsync("node.pair.approve", new JsonObject { ["requestId"] = requestId }))["payload"]!["node"]!;
        Assert.Equal("approved", (string?)(await admin.EventAsync("node.pair.resolved"))["payload"]!["decision"]);
        async Task<bool> Verify(string token) =>
            (bool)(await admin.RequestAsync("node.pair.verify", new JsonObject { ["nodeId"] = "node-1", ["token"] = token }))["payload"]!["ok"]!;
        Assert.True(await Verify((string)node["token"]!));
        Assert.False(await Verify("wrong"));
        Assert.Equal("Renamed", (string?)(await admin.RequestAsync("node.rename", new JsonObject { ["nodeId"] = "node-1", ["displayName"] = "Renamed" }))["payload"]!["displayName"]);
        Assert.Equal("unknown nodeId", (await admin.RequestAsync("node.rename", new JsonObject { ["nodeId"] = "node-x", ["displayName"] = "X" })).Error().Message);
        var list = (await admin.RequestAsync("node.pair.list"))["payload"]!;
        Assert.Empty(list["pending"]!.AsArray());
        Assert.Equal("Renamed", (string?)list["paired"]![0]!["displayName"]);
    }

    [Fact]
    public async Task A_node_known_by_its_device_pairing_can_be_renamed()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        var device = DeviceIdentity.Create();
        await using (await gateway.ConnectAsync(s_node with { Device = device }))
        {
        }

        Assert.True((bool)(await admin.RequestAsync("node.rename", new JsonObject { ["nodeId"] = device.DeviceId, ["displayName"] = "Barn" }))["ok"]!);
    }

    private static JsonObject Invoke(string command, Action<JsonObject>? change = null)
    {
        var result = new JsonObject { ["nodeId"] = "node-host", ["command"] = command, ["idempotencyKey"] = Guid.NewGuid().ToString() };
        change?.Invoke(result);
        return result;
    }

    private static JsonObject Result(JsonNode request, Action<JsonObject>? change = null)
    {
        var result = new JsonObject { ["id"] = (string?)request["id"], ["nodeId"] = (string?)request["nodeId"], ["ok"] = true };
        change?.Invoke(result);
        return result;
    }
}
