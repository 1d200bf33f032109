using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Tests.Support;

namespace OpenClaw.Channels.Tests.Sidecars;

public class SidecarHostTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nothing_runs_before_it_is_used_and_it_stops_with_its_last_user()
    {
        await using var house = new House();
        Assert.Equal(0, house.Started);

        var (one, two) = (house.Host.Use(), house.Host.Use());
        var session = await house.SessionAsync();
        one.Dispose();
        Assert.False(session.Ended.IsCompleted);
        two.Dispose();

        await house.Child(1).NextAsync("shutdown");
        await session.Ended.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.Equal(0, await house.Child(1).Exited);
        Assert.Equal(1, house.Started);
    }

    [Fact]
    public async Task Initialize_is_said_first_with_what_the_channel_writes()
    {
        await using var house = new House();
        using var use = house.Host.Use();
        await house.SessionAsync();

        Assert.Equal("test", (await house.Child(1).NextAsync("initialize")).Text("channel"));
    }

    [Fact]
    public async Task One_that_ends_is_started_again_after_a_second_then_two_then_four()
    {
        await using var house = new House();
        using var use = house.Host.Use();
        for (var i = 1; i <= 3; i++)
        {
            var session = await house.SessionAsync();
            house.Child(i).Exit(1);
            await session.Ended.WaitAsync(s_patience, TestContext.Current.CancellationToken);
            var next = house.Host.SessionAsync(CancellationToken.None);
            var second = Math.Pow(2, i - 1);
            var wait = await house.Time.AwaitedAsync(0.8 * second, 1.2 * second);
            Assert.Contains("is being started again", house.Host.Problem);
            Assert.False(next.IsCompleted);
            house.Time.Advance(wait);
            Assert.NotNull((await next.WaitAsync(s_patience, TestContext.Current.CancellationToken)).Session);
        }

        Assert.Null(house.Host.Problem);
    }

    [Fact]
    public async Task Five_ends_within_two_minutes_are_a_fault_that_names_the_wait_and_nothing_is_started_before()
    {
        await using var house = new House();
        using var use = house.Host.Use();
        SidecarFault? fault = null;
        for (var i = 1; fault is null; i++)
        {
            Assert.True(i <= 5);
            var session = await house.SessionAsync();
            house.Child(i).Exit(3);
            await session.Ended.WaitAsync(s_patience, TestContext.Current.CancellationToken);
            var next = house.Host.SessionAsync(CancellationToken.None);
            if (i < 5)
                await house.Time.PassAsync(0.8 * Math.Pow(2, i - 1), 1.2 * Math.Pow(2, i - 1));
            fault = (await next.WaitAsync(s_patience, TestContext.Current.CancellationToken)).Fault;
        }

        Assert.Contains("five times within two minutes", fault.Message);
        Assert.Contains("exit code 3", fault.Message);
        Assert.Equal(TimeSpan.FromMinutes(5), fault.RetryAfter);
        Assert.Equal(fault.Message, house.Host.Problem);
        Assert.Contains("too often", (await house.Host.SessionAsync(CancellationToken.None)).Fault!.Message);
        Assert.Equal(5, house.Started);
        house.Time.Advance(TimeSpan.FromMinutes(5));
        await house.SessionAsync();
        Assert.Equal(6, house.Started);
    }

    [Theory]
    [InlineData(10, "node_modules is not there", null)]
    [InlineData(11, "another process has the folder", 60)]
    public async Task An_exit_that_cannot_be_mended_by_a_restart_is_told_with_its_last_words(int code, string words, int? retrySeconds)
    {
        await using var house = new House(child => child.On("initialize", _ =>
        {
            child.Say("fatal", new JsonObject { ["code"] = "config", ["message"] = words });
            child.Exit(code);
            return null;
        }));
        using var use = house.Host.Use();

        var fault = (await house.Host.SessionAsync(CancellationToken.None).WaitAsync(s_patience, TestContext.Current.CancellationToken)).Fault!;

        Assert.Contains(words, fault.Message);
        Assert.Equal(retrySeconds, (int?)fault.RetryAfter?.TotalSeconds);
        Assert.Equal(1, house.Started);
    }

    [Fact]
    public async Task One_that_does_not_answer_two_pings_is_ended_by_force_and_started_again()
    {
        await using var house = new House(heedsEnd: false);
        using var use = house.Host.Use();
        var session = await house.SessionAsync();
        house.Child(1).Answers = false;

        await house.Time.PassAsync(15);
        await house.Time.PassAsync(10);
        house.Time.Advance(TimeSpan.FromSeconds(5));
        await house.Time.PassAsync(10);

        await session.Ended.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.True(house.Child(1).WasKilled);
        var next = house.Host.SessionAsync(CancellationToken.None);
        await house.Time.PassAsync(0.8, 1.2);
        Assert.NotNull((await next.WaitAsync(s_patience, TestContext.Current.CancellationToken)).Session);
    }

    [Fact]
    public async Task A_missed_ping_is_forgiven()
    {
        await using var house = new House();
        using var use = house.Host.Use();
        var session = await house.SessionAsync();
        var child = house.Child(1);
        var began = house.Time.GetUtcNow().ToUnixTimeMilliseconds();
        child.On("ping", p => (p.GetProperty("t").GetInt64() - began) / 1000 is var second && second % 30 == 0 ? new JsonObject { ["rssBytes"] = second } : null);
        await house.Time.AwaitedAsync(15, 15);
        for (var round = 1; round <= 3; round++)
        {
            house.Time.Advance(TimeSpan.FromSeconds(15));
            await house.Time.PassAsync(10);
            house.Time.Advance(TimeSpan.FromSeconds(5));
            await house.Time.AwaitedAsync(10, 10);
            while (session.ResidentBytes != round * 30)
                await Task.Yield();
        }

        Assert.False(session.Ended.IsCompleted);
    }

    [Fact]
    public async Task One_that_says_nothing_at_the_start_is_given_up()
    {
        await using var house = new House(child => child.Answers = child.Id > 1);
        using var use = house.Host.Use();
        var ready = house.Host.SessionAsync(CancellationToken.None);

        await house.Time.PassAsync(14);
        await house.Time.PassAsync(0.8, 1.2);

        Assert.NotNull((await ready.WaitAsync(s_patience, TestContext.Current.CancellationToken)).Session);
        Assert.Equal(2, house.Started);
    }

    [Fact]
    public async Task One_that_cannot_be_started_says_what_is_missing()
    {
        await using var host = new SidecarHost(
            House.Spec with { Prepare = _ => Task.FromResult(SidecarPlan.Failed("no Node.js")) }, TimeProvider.System, NullLogger.Instance);
        using var use = host.Use();

        Assert.Equal("no Node.js", (await host.SessionAsync(CancellationToken.None)).Fault!.Message);
    }

    [Fact]
    public async Task Notifications_go_to_their_account_and_one_that_cannot_keep_up_ends_the_sidecar()
    {
        await using var house = new House();
        using var use = house.Host.Use();
        var session = await house.SessionAsync();
        var (mine, others) = (new TaskCompletionSource<string>(), 0);
        using var route = session.Route("a", (method, p) => mine.TrySetResult(method + p.GetProperty("n")));
        using var narrow = session.Route("b", (_, _) => ++others < 3);

        house.Child(1).Say("inbound", new JsonObject { ["accountId"] = "a", ["n"] = 7 });
        Assert.Equal("inbound7", await mine.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken));
        for (var i = 0; i < 3; i++)
            house.Child(1).Say("inbound", new JsonObject { ["accountId"] = "b" });

        await session.Ended.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.True(house.Child(1).WasKilled);
    }

    [Fact]
    public async Task A_user_who_comes_while_it_stops_gets_a_new_one()
    {
        await using var house = new House();
        var first = house.Host.Use();
        var session = await house.SessionAsync();

        first.Dispose();
        using var second = house.Host.Use();
        var next = await house.SessionAsync();

        Assert.NotSame(session, next);
        Assert.True(session.Ended.IsCompleted);
        Assert.Equal(2, house.Started);
    }

    private sealed class House : IAsyncDisposable
    {
        private readonly List<ScriptedSidecar> _children = [];

        public House(Action<ScriptedSidecar>? script = null, bool heedsEnd = true)
        {
            Host = new SidecarHost(Spec, Time, NullLogger.Instance, (_, _) =>
            {
                lock (_children)
                {
                    var child = new ScriptedSidecar(_children.Count + 1) { HeedsEnd = heedsEnd };
                    script?.Invoke(child);
                    _children.Add(child);
                    return child;
                }
            }, new Random(1));
        }

        public static SidecarSpec Spec { get; } = new()
        {
            Name = "test sidecar",
            Prepare = _ => Task.FromResult(new SidecarPlan(new SidecarProgram("none", [], "/", new Dictionary<string, string>()))),
            Initialize = w => w.WriteString("channel", "test"),
            // Unlike every other wait, so that the clock can tell them apart.
            InitializeLimit = TimeSpan.FromSeconds(14),
        };

        public WatchedTime Time { get; } = new();

        public SidecarHost Host { get; }

        public int Started
        {
            get
            {
                lock (_children)
                    return _children.Count;
            }
        }

        public ScriptedSidecar Child(int number)
        {
            lock (_children)
                return _children[number - 1];
        }

        public async Task<SidecarSession> SessionAsync() => (await Host.SessionAsync(CancellationToken.None).WaitAsync(s_patience, TestContext.Current.CancellationToken)).Session!;

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
