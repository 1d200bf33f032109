using System.Text.Json.Nodes;
using OpenClaw.Agents.Heartbeats;

namespace OpenClaw.Agents.Tests.Heartbeats;

public sealed class HeartbeatTests
{
    private const string Main = "agent:main:main";

    [Fact]
    public async Task An_empty_list_skips_the_periodic_beat_but_never_one_with_something_waiting()
    {
        await using var bench = new AutomationBench();
        bench.WriteHeartbeatFile("# nothing\n");
        bench.Beats.Start();
        bench.Jobs.Start();

        await bench.PassAsync(TimeSpan.FromMinutes(31));
        var skipped = Assert.Single(bench.Heard).Event;
        Assert.Equal(("skipped", "empty-heartbeat-file"), (skipped.Status, skipped.Reason));
        Assert.Empty(bench.Model.Requests);

        bench.Bench.Notes.Enqueue(Main, "the backup is done");
        bench.Beats.Request("wake", Main);
        await bench.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Contains("the backup is done", bench.Asked, StringComparison.Ordinal);
        var beat = bench.Heard.Last().Event;
        Assert.Equal(("ok-token", "wake", true, "ok"), (beat.Status, beat.Reason, beat.Silent, beat.IndicatorType));
    }

    [Fact]
    public async Task Many_wakes_make_one_beat()
    {
        await using var bench = new AutomationBench();
        bench.Beats.Start();
        bench.Jobs.Start();
        for (var i = 0; i < 500; i++)
            bench.Beats.Request($"wake {i}", Main);

        await bench.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Single(bench.Heard);
        Assert.Single(bench.Model.Requests);
    }

    [Fact]
    public async Task A_beat_that_finds_the_agents_busy_comes_as_soon_as_they_are_free()
    {
        await using var bench = new AutomationBench();
        bench.Beats.Start();
        bench.Jobs.Start();
        var busy = await bench.Bench.Lanes.EnterAsync("main", 4, TestContext.Current.CancellationToken);
        bench.Beats.Request("wake", Main);
        await bench.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(bench.Heard);

        busy!.Dispose();
        await bench.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Single(bench.Heard);
        Assert.InRange(bench.Beats.Clock.Turns, 30, 50);
    }

    [Fact]
    public async Task An_alert_goes_where_the_session_was_last_talked_to_once_and_leaves_the_session_as_it_was()
    {
        await using var bench = new AutomationBench(static exchange => exchange.OpenAiAsync("Your train is late."));
        bench.WriteHeartbeatFile("- Watch the trains");
        await bench.Bench.Store.UpdateAsync(
            Main, static entry => entry["deliveryContext"] = new JsonObject { ["channel"] = "telegram", ["to"] = "4711" }, TestContext.Current.CancellationToken);
        var before = bench.Bench.Store.Find(Main)!.UpdatedAt;

        // The first run fills a new workspace with templates, and a beat with nothing on its list is skipped.
        bench.Bench.Write(".openclaw/workspace/HEARTBEAT.md", "- Look at the trains.");
        bench.Beats.Start();
        bench.Jobs.Start();

        await bench.PassAsync(TimeSpan.FromMinutes(61));

        var sent = Assert.Single(bench.Sent);
        Assert.Equal(("telegram", "4711", "Your train is late."), (sent.Target.Channel, sent.Target.To, sent.Text));
        Assert.Equal(["sent", "skipped"], bench.Heard.Select(static beat => beat.Event.Status));
        Assert.Equal("duplicate", bench.Heard.Last().Event.Reason);
        var session = bench.Bench.Store.Find(Main)!;
        Assert.Equal(before, session.UpdatedAt);
        Assert.Equal("telegram", session.Member("deliveryContext")!.Value.GetProperty("channel").GetString());
        Assert.Equal("Your train is late.", session.Text("lastHeartbeatText"));

        await bench.PassAsync(TimeSpan.FromHours(24));
        Assert.Equal(2, bench.Sent.Count);
    }

    [Fact]
    public async Task Without_a_channel_an_alert_is_shown_to_clients_and_a_failure_is_told()
    {
        await using var bench = new AutomationBench(static exchange => exchange.OpenAiAsync("Buy milk"));
        bench.Beats.Start();
        bench.Jobs.Start();
        await bench.PassAsync(TimeSpan.FromMinutes(30));

        var beat = Assert.Single(bench.Heard).Event;
        Assert.Equal(("skipped", "no-target", "Buy milk", false), (beat.Status, beat.Reason, beat.Preview, beat.HasMedia));
        Assert.Equal(["Buy milk"], bench.Alerts);
    }

    [Fact]
    public async Task Switched_off_quiet_hours_and_an_unknown_model_say_so()
    {
        await using var bench = new AutomationBench(extra: ""","heartbeat":{"activeHours":{"start":"08:00","end":"20:00","timezone":"local"},"every":"1h"}""");
        bench.Beats.Start();
        bench.Jobs.Start();
        Assert.Equal(new BeatResult(BeatStatus.Skipped, "quiet-hours"), await bench.Beats.BeatNowAsync("main", "x", Main, TestContext.Current.CancellationToken));
        Assert.Equal(new BeatResult(BeatStatus.Skipped, "disabled"), await bench.Beats.BeatNowAsync("other", "x", "agent:other:main", TestContext.Current.CancellationToken));

        await bench.PassAsync(TimeSpan.FromHours(24));
        Assert.Equal(12, bench.Heard.Count);
        Assert.All(bench.Heard, static beat => Assert.InRange(beat.At.Hour, 8, 19));
    }
}
