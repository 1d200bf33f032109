using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.Tests.Sidecars;

public class SidecarProcessTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_process_is_started_asked_and_stopped()
    {
        var (session, _) = await StartAsync("ok");

        var answer = await session!.RequestAsync("echo", w => w.WriteString("text", "æøå 👋"), s_patience, CancellationToken.None);

        Assert.Equal("æøå 👋", answer.Result.GetProperty("text").GetString());
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.Equal(0, (await session.RunAsync(stop.Token)).Code);
    }

    [Fact]
    public async Task It_gets_the_environment_it_is_given_and_nothing_of_ours()
    {
        var (session, _) = await StartAsync("ok");

        Assert.Equal(["PATH"], session!.Hello.GetProperty("env").EnumerateArray().Select(e => e.GetString()!));
        await session.DisposeAsync();
    }

    [Fact]
    public async Task A_crash_ends_the_session_and_what_waits_on_it()
    {
        var (session, _) = await StartAsync("ok");

        var answer = await session!.RequestAsync("crash", null, s_patience, CancellationToken.None);

        Assert.Equal(RpcFault.Closed, answer.Fault!.Code);
        Assert.Equal(7, (await session.RunAsync(CancellationToken.None)).Code);
    }

    [Theory]
    [InlineData("no-start", 10, "exit code 10")]
    [InlineData("garbage", null, "no JSON-RPC message")]
    [InlineData("long", null, "more than 1048576 bytes")]
    public async Task A_start_that_fails_says_how(string mode, int? code, string reason)
    {
        var (session, exit) = await StartAsync(mode);

        Assert.Null(session);
        Assert.Contains(reason, exit.Reason);
        if (code is not null)
            Assert.Equal(code, exit.Code);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_no_exception()
    {
        var (session, exit) = await SidecarSession.StartAsync(
            Spec(), new SidecarProgram("/nowhere/node", [], "/", new Dictionary<string, string>()), SidecarProcess.Start, TimeProvider.System, new Lines(), CancellationToken.None);

        Assert.Null(session);
        Assert.Null(exit.Code);
        Assert.Contains("/nowhere/node could not be started", exit.Reason);
    }

    [Fact]
    public async Task One_that_will_not_go_is_ended_by_force()
    {
        var (session, _) = await StartAsync("deaf", Spec() with { ShutdownGrace = TimeSpan.FromMilliseconds(100), EndGrace = TimeSpan.FromMilliseconds(100) });
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var exit = await session!.RunAsync(stop.Token);

        Assert.NotEqual(0, exit.Code);
    }

    [Fact]
    public async Task It_ends_by_itself_when_we_are_gone()
    {
        await using var child = SidecarProcess.Start(Program("ok"), _ => { });

        // What the kernel does to our end of the pipe when this process is killed.
        child.Input.Close();

        Assert.Equal(0, await child.Exited.WaitAsync(s_patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_it_prints_as_errors_is_cut_and_cleaned_before_it_reaches_the_log()
    {
        var lines = new Lines();
        var (session, _) = await StartAsync("stderr", logger: lines);
        await session!.DisposeAsync();

        Assert.Equal(["secret of <number> is <data>", "<data>", "last words"], lines.Written);
    }

    [Fact]
    public async Task Fifty_thousand_notifications_are_read_in_order()
    {
        const int count = 50_000;
        var (session, _) = await StartAsync("ok");
        var next = 0;
        using var route = session!.Route("a", (_, p) => p.GetProperty("seq").GetInt32() == next++);
        var clock = Stopwatch.StartNew();

        var answer = await session.RequestAsync("flood", w => w.WriteNumber("count", count), s_patience, CancellationToken.None);

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} lines in {clock.ElapsedMilliseconds} ms");
        Assert.True(answer.Ok);
        Assert.Equal(count, next);
        await session.DisposeAsync();
    }

    private static SidecarSpec Spec() => new()
    {
        Name = "test sidecar",
        Prepare = _ => throw new InvalidOperationException(),
        Initialize = static _ => { },
    };

    private static SidecarProgram Program(string mode) => new(
        "node", [Path.Combine(AppContext.BaseDirectory, "Fixtures", "fake-sidecar.mjs"), mode], AppContext.BaseDirectory,
        new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! });

    private static Task<(SidecarSession? Session, SidecarExit Exit)> StartAsync(string mode, SidecarSpec? spec = null, ILogger? logger = null) =>
        SidecarSession.StartAsync(spec ?? Spec(), Program(mode), SidecarProcess.Start, TimeProvider.System, logger ?? new Lines(), CancellationToken.None);

    private sealed class Lines : ILogger
    {
        private readonly ConcurrentQueue<string> _written = new();

        public IReadOnlyList<string> Written => [.. _written];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _written.Enqueue(formatter(state, exception));
    }
}
