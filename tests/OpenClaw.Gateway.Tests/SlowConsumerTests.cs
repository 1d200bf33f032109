using Microsoft.Extensions.Time.Testing;
using OpenClaw.Gateway.Tests.Support;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Gateway.Tests;

/// <summary>A client that does not read harms nobody but itself (spec 01 §12, spec 13 row 18).</summary>
[Collection(nameof(Alone))]
public class SlowConsumerTests
{
    private const int Clients = 200;
    private const int Rounds = 150;
    private const int SlowInARow = 12;
    private const int PerBreath = 10;

    [Fact]
    public async Task A_slow_client_is_closed_and_the_others_lose_nothing()
    {
        await using var gateway = await TestGateway.StartAsync();
        var clients = await ReadersAsync(gateway, Clients - 1);

        await HoldUpAsync(gateway, clients, from: 0);

        Assert.Contains(gateway.Log.Lines, l => l.Text.Contains("does not read", StringComparison.Ordinal));
        foreach (var client in clients)
            await client.DisposeAsync();
    }

    [Fact]
    public async Task What_was_queued_for_slow_clients_is_given_back()
    {
        await using var gateway = await TestGateway.StartAsync();
        var clients = await ReadersAsync(gateway, 2);
        // The first one fills the buffer pools of both ends; from then on nothing may grow.
        await HoldUpAsync(gateway, clients, from: 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 1; i <= SlowInARow; i++)
            await HoldUpAsync(gateway, clients, from: i * Rounds);

        // Each had a full backlog when it was closed. One kept in three would show.
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange(after - before, long.MinValue, SlowInARow * ProtocolLimits.MaxBufferedBytes / 3);
        foreach (var client in clients)
            await client.DisposeAsync();
    }

    private static async Task<List<TestClient>> ReadersAsync(TestGateway gateway, int count)
    {
        var clients = new List<TestClient>();
        for (var i = 0; i < count; i++)
            clients.Add(await gateway.ConnectAsync(new Hello { ClientId = "cli", Mode = "cli" }));
        return clients;
    }

    /// <summary>Broadcasts past a client that does not read; it is closed, and the readers get every event.</summary>
    private static async Task HoldUpAsync(TestGateway gateway, List<TestClient> readers, int from)
    {
        await using var stuck = await gateway.ConnectWithoutReadingAsync();

        await BroadcastAsync(gateway, readers, from, from + Rounds);

        foreach (var client in readers)
        {
            var rounds = client.Seen.Where(f => (string?)f["event"] == "shutdown").Select(f => (int)f["payload"]!["restartExpectedMs"]!);
            Assert.Equal(Enumerable.Range(from, Rounds), rounds);
            client.Forget();
        }
        await Until(() => gateway.Runtime.Clients == readers.Count);
    }

    [Fact]
    public async Task Droppable_events_are_dropped_for_a_slow_client_and_their_numbers_are_spent()
    {
        var limits = new ControlPlane.HubLimits { MaxBufferedBytes = 64 * 1024 };
        await using var gateway = await TestGateway.StartAsync(null, null, null, limits, null);
        await using var stuck = await gateway.ConnectWithoutReadingAsync();
        var big = new string('x', 60_000);

        for (var i = 0; i < 300; i++)
            gateway.Parts.Broadcaster.Publish(ProtocolEvents.Cron, new CronEvent { JobId = big, Action = "added", RunAtMs = i });
        Assert.Equal(1, gateway.Runtime.Clients);
        stuck.StartReading();
        gateway.Parts.Broadcaster.Publish(ProtocolEvents.Tick, new TickEvent { Ts = 1 });
        await stuck.RequestAsync("health");
        gateway.Parts.Broadcaster.Publish(ProtocolEvents.Tick, new TickEvent { Ts = 2 });
        var last = await stuck.NextAsync(f => (string?)f["event"] == "tick" && (int)f["payload"]!["ts"]! == 2);

        var received = stuck.Seen.Count(f => (string?)f["event"] == "cron");
        Assert.InRange(received, 1, 299);
        Assert.True((int)last["seq"]! > 300, "the numbers of what was dropped are missing");
    }

    [Fact]
    public async Task A_message_that_is_not_taken_for_half_a_minute_ends_the_connection()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await TestGateway.StartAsync(time: time);
        await using var stuck = await gateway.ConnectWithoutReadingAsync();
        await using var reader = await gateway.ConnectAsync(new Hello { ClientId = "cli", Mode = "cli" }, time: time);

        gateway.Parts.Broadcaster.Publish(ProtocolEvents.Shutdown, new ShutdownEvent { Reason = new string('x', 1_400_000) });
        await reader.EventAsync("shutdown");
        await Until(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return gateway.Runtime.Clients == 1;
        });

        Assert.True((bool)(await reader.RequestAsync("health"))["ok"]!);
        Assert.Contains(gateway.Log.Lines, l => l.Text.Contains("does not read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_large_answer_does_not_make_a_client_slow()
    {
        var limits = new ControlPlane.HubLimits { MaxBufferedBytes = 1_000 };
        await using var gateway = await TestGateway.StartAsync(null, null, null, limits, null);
        await using var client = await gateway.ConnectAsync();

        var ids = new List<string>();
        for (var i = 0; i < 50; i++)
            ids.Add(await client.SendRequestAsync("status"));
        gateway.Parts.Broadcaster.Publish(ProtocolEvents.Shutdown, new ShutdownEvent { Reason = "x" });
        foreach (var id in ids)
            Assert.True((bool)(await client.AnswerAsync(id))["ok"]!);
        await client.EventAsync("shutdown");
    }

    private static async Task BroadcastAsync(TestGateway gateway, List<TestClient> clients, int from, int to)
    {
        var reason = new string('x', 20_000);
        for (var i = from; i < to; i++)
        {
            gateway.Parts.Broadcaster.Publish(ProtocolEvents.Shutdown, new ShutdownEvent { Reason = reason, RestartExpectedMs = i });
            if (i % PerBreath != PerBreath - 1)
                continue;
            // Two hundred readers share this process with the writer; they keep up, but not with an endless loop.
            foreach (var client in clients)
                await client.NextAsync(f => (string?)f["event"] == "shutdown" && (int)f["payload"]!["restartExpectedMs"]! == i);
        }
    }

    private static async Task Until(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!holds())
            await Task.Delay(10, limit.Token);
    }
}
