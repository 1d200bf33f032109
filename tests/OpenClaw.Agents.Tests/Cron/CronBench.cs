using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Agents.Cron;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Protocol.Cron;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Agents.Tests.Cron;

/// <summary>A scheduler on real files and a clock that the test moves; what jobs do is up to the test.</summary>
internal sealed class CronBench : IAsyncDisposable, ICronWork, ICronListener
{
    private readonly Workbench _bench;

    public CronBench(DateTimeOffset? start = null, string config = "{}", int isolatedAtOnce = 1, TimeZoneInfo? zone = null)
    {
        Clock = new FakeTimeProvider(start ?? new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        if (zone is not null)
            Clock.SetLocalTimeZone(zone);
        _bench = new Workbench(config, Clock);
        Settings = new CronSettings(Path.Combine(_bench.Paths.StateDir, "cron", "jobs.json"), MaxConcurrentRuns: isolatedAtOnce);
        Service = Make();
    }

    public FakeTimeProvider Clock { get; }

    public CronSettings Settings { get; set; }

    public CronService Service { get; private set; }

    public ConcurrentQueue<(string Name, DateTimeOffset At)> Ran { get; } = new();

    public ConcurrentQueue<CronEvent> Events { get; } = new();

    public ConcurrentQueue<string> Problems { get; } = new();

    public Func<CronJob, CancellationToken, Task<CronOutcome>> Work { get; set; } = static (_, _) => Task.FromResult(new CronOutcome("ok", Summary: "done"));

    public DateTimeOffset Now => Clock.GetUtcNow();

    public string File => Settings.StorePath;

    public CronJob Add(string name, CronSchedule schedule, bool? deleteAfterRun = null, string target = "main") => Added(Service.Add(new CronAddParams
    {
        Name = name,
        Schedule = schedule,
        SessionTarget = target,
        DeleteAfterRun = deleteAfterRun,
        Payload = target == "main" ? new CronPayload { Kind = "systemEvent", Text = name } : new CronPayload { Kind = "agentTurn", Message = name },
    }));

    public static CronSchedule At(DateTimeOffset at) => new() { Kind = "at", AtMs = at.ToUnixTimeMilliseconds() };

    public static CronSchedule Every(TimeSpan interval) => new() { Kind = "every", EveryMs = (long)interval.TotalMilliseconds };

    public static CronSchedule Expression(string expr, string? tz = null) => new() { Kind = "cron", Expr = expr, Tz = tz };

    public CronJob? Find(string id) => Service.List(includeDisabled: true).FirstOrDefault(job => job.Id == id);

    public IReadOnlyList<string> TimesOf(string name) => [.. Ran.Where(run => run.Name == name).Select(run => run.At.ToString("MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Lets time pass from one thing that is due to the next, without skipping any.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var end = Now + span;
        await SettleAsync();
        while (Now < end)
        {
            var armed = DateTimeOffset.FromUnixTimeMilliseconds(Service.Clock.ArmedForMs);
            Clock.Advance((armed < end ? armed : end) - Now);
            await SettleAsync();
        }
    }

    public async Task SettleAsync()
    {
        for (var i = 0; !IsAtRest(); i++)
        {
            if (i > 500)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            else
                await Task.Yield();
            Assert.True(i < 20_000, "the scheduler does not come to rest");
        }
    }

    private bool IsAtRest()
    {
        // A turn needs a wake: when none came between the two looks, nothing has begun between them.
        var wakes = Service.Clock.Wakes;
        return Service.Clock.IsSettled && Service.Running == 0 && Service.Clock.Wakes == wakes;
    }

    /// <summary>What a crash leaves: another owner on the same files, without the first one's farewell.</summary>
    public async Task RestartAsync(bool start = true)
    {
        await Service.DisposeAsync();
        Service = Make();
        if (start)
            Service.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _bench.DisposeAsync();
    }

    Task<CronOutcome> ICronWork.RunAsync(CronJob job, CancellationToken ct)
    {
        Ran.Enqueue((job.Name, Now));
        return Work(job, ct);
    }

    void ICronListener.OnEvent(CronEvent happened) => Events.Enqueue(happened);

    void ICronListener.OnProblem(string text) => Problems.Enqueue(text);

    void ICronListener.OnFault(Exception fault, string where) => Problems.Enqueue($"{where}: {fault.Message}");

    private static CronJob Added((CronJob? Job, string? Problem) answer)
    {
        Assert.Null(answer.Problem);
        return answer.Job!;
    }

    private CronService Make() => new(Settings, _bench.Agents, this, this, Clock);
}
