using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations.Tests.Processes;

public sealed class ProcessTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1_000_000));

    public void Dispose() => _directory.Dispose();

    // SIGTERM and SIGINT are sent to the real program by the command-line tests: here they would stop the test runner.
    [Fact]
    [Trait("Runbook", "A9")]
    public async Task The_restart_signal_reaches_the_handler_and_not_the_process()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are a Unix matter");
        var seen = Channel.CreateUnbounded<ProcessSignal>();
        using var signals = new Signals(s => seen.Writer.TryWrite(s));

        Assert.True(LibC.Send(Environment.ProcessId, Signals.UserSignal1));

        Assert.Equal(ProcessSignal.Restart, await seen.Reader.ReadAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_normal_stop_is_remembered_with_reason_code_and_uptime()
    {
        var run = new StopRecords(_directory.Path, _time);
        run.Begin();
        Assert.Null(run.Last);
        _time.Advance(TimeSpan.FromSeconds(7));
        run.End("SIGTERM", 0);

        var last = StopRecords.ReadLast(_directory.Path, running: false)!;
        Assert.Equal("SIGTERM", last.Reason);
        Assert.Equal(0, last.ExitCode);
        Assert.Equal(7000, last.UptimeMs);
    }

    [Fact]
    public void A_run_that_never_said_goodbye_was_killed_or_crashed()
    {
        new StopRecords(_directory.Path, _time).Begin();

        var next = new StopRecords(_directory.Path, _time);
        next.Begin();

        Assert.Equal("killed or crashed", next.Last?.Reason);
        Assert.Null(next.Last?.ExitCode);
        Assert.Equal("killed or crashed", StopRecords.ReadLast(_directory.Path, running: true)?.Reason);
    }

    [Fact]
    public void A_broken_record_is_no_record()
    {
        File.WriteAllText(_directory.File("gateway-runs.json"), "{");

        var run = new StopRecords(_directory.Path, _time);
        run.Begin();

        Assert.Null(run.Last);
    }

    [Fact]
    public void Facts_of_a_process_are_read_from_the_kernel()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux only");
        using var child = Process.Start("sleep", "60");
        try
        {
            Assert.Equal(Environment.ProcessId, ProcessFacts.Parent(child.Id));
            Assert.NotNull(ProcessFacts.StartTicks(child.Id));
            Assert.True(ProcessFacts.Exists(child.Id));
            Assert.False(ProcessFacts.Exists(2_000_000_000));
        }
        finally
        {
            child.Kill();
        }
    }
}
