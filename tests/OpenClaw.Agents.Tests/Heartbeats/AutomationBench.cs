using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Cron;
using OpenClaw.Agents.Delivery;
using OpenClaw.Agents.Heartbeats;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Heartbeats;

namespace OpenClaw.Agents.Tests.Heartbeats;

/// <summary>Jobs, heartbeats, sessions and runs together on real files, a scripted model and a clock that the test moves.</summary>
internal sealed class AutomationBench : IAsyncDisposable, IHeartbeatListener, ICronListener, IDelivery
{
    public AutomationBench(Func<ModelExchange, Task>? model = null, string extra = "")
    {
        Model = new ModelServer(model ?? (static exchange => exchange.OpenAiAsync("HEARTBEAT_OK")));
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero));
        Bench = new Workbench(Workbench.With(Model, extra: extra), Clock);
        var replies = new FinalReplies(this, Already);
        Beats = new HeartbeatService(new HeartbeatParts
        {
            Agents = Bench.Agents,
            Sessions = Bench.Store,
            Models = Bench.Selection,
            Runner = Bench.Runner,
            Lanes = Bench.Lanes,
            Notes = Bench.Notes,
            Delivery = replies,
            Switch = new HeartbeatSwitch(),
            Listener = this,
            Time = Clock,
        });
        var turns = new IsolatedTurns(Bench.Agents, Bench.Store, Bench.Selection, Bench.Runner, replies, Clock);
        Jobs = new CronService(
            new CronSettings(Path.Combine(Bench.Paths.StateDir, "cron", "jobs.json")), Bench.Agents, new CronWork(Bench.Agents, Bench.Notes, Beats, turns, Clock), this, Clock);
    }

    public ModelServer Model { get; }

    /// <summary>What runs have sent by themselves.</summary>
    public SentMessages Already { get; } = new();

    public FakeTimeProvider Clock { get; }

    public Workbench Bench { get; }

    public HeartbeatService Beats { get; }

    public CronService Jobs { get; }

    public ConcurrentQueue<(DateTimeOffset At, HeartbeatEvent Event)> Heard { get; } = new();

    public ConcurrentQueue<(DateTimeOffset At, CronEvent Event)> Cron { get; } = new();

    public ConcurrentQueue<(DeliveryTarget Target, string Text)> Sent { get; } = new();

    public ConcurrentQueue<string> Alerts { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    public string Workspace => Bench.Agents.Workspace("main");

    public void WriteHeartbeatFile(string text)
    {
        Directory.CreateDirectory(Workspace);
        File.WriteAllText(Path.Combine(Workspace, "HEARTBEAT.md"), text);
    }

    /// <summary>What the model was last asked.</summary>
    public string Asked => Model.Requests[^1].Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content").ToString();

    public async Task PassAsync(TimeSpan span)
    {
        var end = Now + span;
        await SettleAsync();
        while (Now < end)
        {
            var armed = DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(Jobs.Clock.ArmedForMs, Beats.Clock.ArmedForMs));
            Clock.Advance((armed < end ? armed : end) - Now);
            await SettleAsync();
        }
    }

    public async Task SettleAsync()
    {
        for (var i = 0; !IsAtRest(); i++)
        {
            if (i > 200)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            else
                await Task.Yield();
            Assert.True(i < 30_000, "it does not come to rest");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync();
        await Beats.DisposeAsync();
        await Bench.DisposeAsync();
        await Model.DisposeAsync();
    }

    bool IDelivery.CanSend(string channel) => channel == "telegram";

    Task<DeliveryReceipt> IDelivery.SendAsync(DeliveryTarget target, ReplyPayload reply, string? key, CancellationToken ct)
    {
        Sent.Enqueue((target, reply.Text));
        return Task.FromResult(new DeliveryReceipt(true, "m-1"));
    }

    void IHeartbeatListener.OnBeat(HeartbeatEvent happened) => Heard.Enqueue((Now, happened));

    void IHeartbeatListener.OnAlert(string runId, string sessionKey, string text) => Alerts.Enqueue(text);

    void IHeartbeatListener.OnFault(Exception fault) => Alerts.Enqueue(fault.ToString());

    void ICronListener.OnEvent(CronEvent happened) => Cron.Enqueue((Now, happened));

    void ICronListener.OnProblem(string text) => Alerts.Enqueue(text);

    void ICronListener.OnFault(Exception fault, string where) => Alerts.Enqueue(fault.ToString());

    // A turn needs a wake: when none came between the two looks, nothing has begun between them.
    private bool IsAtRest()
    {
        var wakes = Jobs.Clock.Wakes + Beats.Clock.Wakes;
        return Jobs.Clock.IsSettled && Beats.Clock.IsSettled && Jobs.Running == 0 && Bench.Runner.Active == 0 && Jobs.Clock.Wakes + Beats.Clock.Wakes == wakes;
    }
}
