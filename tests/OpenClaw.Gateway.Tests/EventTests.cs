using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.Tests;

/// <summary>Broadcasts: who gets them, in which order, with which number (spec 01 §12).</summary>
[Trait("Runbook", "C5")]
public class EventTests
{
    [Fact]
    [Trait("Runbook", "C8")]
    public async Task A_tick_goes_out_every_thirty_seconds()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var client = await gateway.ConnectAsync(time: time);

        time.Advance(TimeSpan.FromSeconds(30));
        var first = await client.EventAsync("tick");
        time.Advance(TimeSpan.FromSeconds(30));
        var second = await client.EventAsync("tick");

        Assert.Equal(30_000, (long)second["payload"]!["ts"]! - (long)first["payload"]!["ts"]!);
    }

    [Fact]
    [Trait("Runbook", "C8")]
    public async Task Numbers_are_dense_for_every_connection_whatever_it_may_see()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var admin = await gateway.ConnectAsync();
        await using var reader = await gateway.ConnectAsync(new Hello { Scopes = ["operator.read"] });
        for (var i = 0; i < 50; i++)
        {
            gateway.Parts.Broadcaster.Publish(ProtocolEvents.Tick, new TickEvent { Ts = i });
            gateway.Parts.Broadcaster.Publish(
                ProtocolEvents.DevicePairResolved, new DevicePairResolvedEvent { RequestId = "r", DeviceId = "d", Decision = "approved", Ts = i });
        }
        await admin.NextAsync(f => (string?)f["event"] == "device.pair.resolved" && (long)f["payload"]!["ts"]! == 49);
        await reader.NextAsync(f => (string?)f["event"] == "tick" && (long)f["payload"]!["ts"]! == 49);

        foreach (var client in new[] { admin, reader })
        {
            var numbers = client.Seen.Where(f => f["seq"] is not null).Select(f => (int)f["seq"]!).ToArray();
            Assert.Equal(Enumerable.Range(1, numbers.Length), numbers);
            Assert.True(numbers.Length >= 50);
        }
        Assert.DoesNotContain(reader.Seen, f => (string?)f["event"] == "device.pair.resolved");
    }

    [Fact]
    public async Task Guarded_events_reach_those_who_hold_the_scope_and_no_node()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var pairer = await gateway.ConnectAsync(new Hello { Scopes = ["operator.pairing"] });
        await using var approver = await gateway.ConnectAsync(new Hello { Scopes = ["operator.approvals"] });
        await using var writer = await gateway.ConnectAsync(new Hello { Scopes = ["operator.write"] });
        await using var node = await gateway.ConnectAsync(new Hello { ClientId = "node-host", Mode = "node", Role = "node", Scopes = ["operator.admin"] });
        var publish = gateway.Parts.Broadcaster;

        publish.Publish(ProtocolEvents.DevicePairResolved, new DevicePairResolvedEvent { RequestId = "r", DeviceId = "d", Decision = "approved", Ts = 1 });
        publish.Publish(ProtocolEvents.ExecApprovalResolved, new ExecApprovalResolvedEvent { Id = "e", Decision = "deny", Ts = 2 });
        publish.Publish(ProtocolEvents.Cron, new CronEvent { JobId = "j", Action = "added" });
        publish.Publish(ProtocolEvents.Tick, new TickEvent { Ts = 77 });
        string[] Names(TestClient client) =>
            [.. client.Seen.Select(f => (string?)f["event"]).OfType<string>().Where(n => n is "device.pair.resolved" or "exec.approval.resolved" or "cron")];
        foreach (var client in new[] { pairer, approver, writer, node })
            await client.NextAsync(f => (string?)f["event"] == "tick" && (long)f["payload"]!["ts"]! == 77);

        Assert.Equal(["device.pair.resolved"], Names(pairer));
        Assert.Equal(["exec.approval.resolved"], Names(approver));
        Assert.Equal(["cron"], Names(writer));
        Assert.Empty(Names(node));
    }

    [Fact]
    public async Task Presence_is_told_on_connect_disconnect_and_system_event_with_its_version()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var watcher = await gateway.ConnectAsync(new Hello { DisplayName = "Watcher" });
        var guest = await gateway.ConnectAsync(new Hello { DisplayName = "Guest", InstanceId = "G-1" });
        static bool Has(JsonObject e, string host, string reason) =>
            (string?)e["event"] == "presence" && e["payload"]!["presence"]!.AsArray().Any(p => (string?)p!["host"] == host && (string?)p["reason"] == reason);

        var arrived = await watcher.NextAsync(f => Has(f, "Guest", "connect"));
        await guest.CloseAsync();
        await guest.DisposeAsync();
        var gone = await watcher.NextAsync(f => Has(f, "Guest", "disconnect"));
        await watcher.RequestAsync("system-event", new JsonObject { ["text"] = "Node: studio (10.0.0.5) · app 3.1.0 · last input 12s ago · mode local · reason launch", ["tags"] = new JsonArray("desk", "left") });
        var reported = await watcher.NextAsync(f => Has(f, "studio", "launch"));

        Assert.True((int)arrived["stateVersion"]!["presence"]! < (int)gone["stateVersion"]!["presence"]!);
        Assert.True((int)gone["stateVersion"]!["presence"]! < (int)reported["stateVersion"]!["presence"]!);
        var entry = reported["payload"]!["presence"]!.AsArray().Single(p => (string?)p!["host"] == "studio")!;
        Assert.Equal(("10.0.0.5", "3.1.0", 12), ((string?)entry["ip"], (string?)entry["version"], (int)entry["lastInputSeconds"]!));
        Assert.Equal("""["desk","left"]""", entry["tags"]!.ToJsonString());
        var status = await watcher.RequestAsync("status");
        Assert.Equal(
            ["Node: studio (10.0.0.5) · app 3.1.0 · mode local · reason launch"],
            status["payload"]!["queuedSystemEvents"]!.AsArray().Select(t => (string?)t));
    }

    [Fact]
    public async Task With_many_clients_changes_of_presence_that_come_together_are_told_together()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        var crowd = new List<TestClient>();
        for (var i = 0; i < 60; i++)
            crowd.Add(await gateway.ConnectAsync(new Hello { ClientId = "cli", Mode = "cli" }, time: time));
        time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 20; i++)
            Assert.True((bool)(await crowd[0].RequestAsync("system-event", new JsonObject { ["text"] = $"note {i}" }))["ok"]!);

        time.Advance(TimeSpan.FromSeconds(1));
        var last = await crowd[1].NextAsync(f => (string?)f["event"] == "presence" && f["payload"]!["presence"]!.AsArray().Count == 21);

        Assert.Equal(2, crowd[1].Seen.Count(f => (string?)f["event"] == "presence"));
        Assert.Equal(21, (int)last["stateVersion"]!["presence"]!);
        foreach (var client in crowd)
            await client.DisposeAsync();
    }

    [Fact]
    public async Task A_command_line_client_leaves_no_trace_in_presence()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var watcher = await gateway.ConnectAsync();
        await using var cli = await gateway.ConnectAsync(new Hello { ClientId = "cli", Mode = "cli", DisplayName = "cli" });

        var list = (await watcher.RequestAsync("system-presence"))["payload"]!.AsArray();

        Assert.DoesNotContain(list, p => (string?)p!["mode"] == "cli");
        Assert.Equal("gateway", (string?)list[0]!["mode"]);
    }

    [Fact]
    public async Task Health_is_broadcast_when_it_changes_and_not_when_only_its_times_do()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.ConnectAsync();
        var before = (await client.RequestAsync("health", new JsonObject { ["probe"] = true }))["payload"]!;
        for (var i = 0; i < 5; i++)
            await client.RequestAsync("health", new JsonObject { ["probe"] = true });
        var quiet = client.Seen.Count(f => (string?)f["event"] == "health");

        gateway.ChangeConfig(c => c with
        {
            Agents = c.Agents with { Defaults = c.Agents.Defaults with { Heartbeat = new Configuration.Model.HeartbeatConfig { Every = "5m" } } },
        });
        var after = (await client.RequestAsync("health", new JsonObject { ["probe"] = true }))["payload"]!;
        var told = await client.NextAsync(f => (string?)f["event"] == "health" && (int)f["payload"]!["heartbeatSeconds"]! == 300);

        Assert.Equal((1800, 300), ((int)before["heartbeatSeconds"]!, (int)after["heartbeatSeconds"]!));
        Assert.InRange(quiet, 0, 1);
        Assert.NotNull(told["stateVersion"]);
    }

    [Fact]
    public async Task A_node_and_a_client_without_read_learn_nothing_about_others_from_hello()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var watcher = await gateway.ConnectAsync();
        var (node, hello) = await gateway.TryConnectAsync(new Hello { ClientId = "node-host", Mode = "node", Role = "node", Scopes = [] });
        await using var _ = node;
        var snapshot = hello["payload"]!["snapshot"]!;

        Assert.Empty(snapshot["presence"]!.AsArray());
        Assert.Equal("{}", snapshot["health"]!.ToJsonString());
        Assert.Null(snapshot["configPath"]);
        Assert.NotNull(snapshot["stateVersion"]);
    }
}
