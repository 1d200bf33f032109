using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using OpenClaw.Operations.Ports;

namespace OpenClaw.Operations.Tests.Ports;

public class PortTests
{
    [Fact]
    public async Task A_listener_of_ours_is_found_with_pid_command_and_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var report = await PortInspector.InspectAsync(port, TestContext.Current.CancellationToken);

        Assert.Equal(PortStatus.Busy, report.Status);
        var found = Assert.Single(report.Listeners);
        Assert.Equal(Environment.ProcessId, found.Pid);
        Assert.Equal($"127.0.0.1:{port}", found.Address);
        Assert.Contains("OpenClaw.Operations", found.CommandLine, StringComparison.Ordinal);
        Assert.Equal($"Port {port} is already in use.", report.Lines()[0]);
    }

    [Fact]
    public async Task A_listener_on_ipv6_is_found_too()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "no IPv6 here");
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var report = await PortInspector.InspectAsync(port, TestContext.Current.CancellationToken);

        Assert.Equal($"[::1]:{port}", Assert.Single(report.Listeners).Address);
    }

    [Fact]
    public async Task A_port_without_listener_is_free()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var report = await PortInspector.InspectAsync(port, TestContext.Current.CancellationToken);

        Assert.Equal(PortStatus.Free, report.Status);
        Assert.Empty(report.Lines());
    }

    [Fact]
    public void Field_output_of_lsof_is_read()
    {
        var found = Lsof.Parse("p12\ncnode\nLme\nf20\nn127.0.0.1:18789\nf21\nn[::1]:18789\np13\ncssh\n");

        Assert.Equal(2, found.Count);
        Assert.Equal(new PortListener { Pid = 12, Command = "node", User = "me", Address = "127.0.0.1:18789" }, found[0]);
        Assert.Equal(13, found[1].Pid);
    }

    [Fact]
    [Trait("Runbook", "A3")]
    public async Task Force_ends_a_polite_listener_with_sigterm_only()
    {
        var machine = new FakeMachine(42) { DiesOn = 15 };

        Assert.Null(await machine.ForceAsync());
        Assert.Equal([(42, 15)], machine.Sent);
        Assert.Contains(machine.Said, l => l.StartsWith("ended pid 42", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Runbook", "A3")]
    public async Task Force_kills_what_ignores_sigterm_after_700_ms()
    {
        var machine = new FakeMachine(42) { DiesOn = 9 };

        Assert.Null(await machine.ForceAsync());
        Assert.Equal([(42, 15), (42, 9)], machine.Sent);
        Assert.InRange(machine.SentAt[1], TimeSpan.FromMilliseconds(700), TimeSpan.FromMilliseconds(800));
        Assert.Contains(machine.Said, l => l.Contains("with SIGKILL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Force_gives_up_after_two_seconds_and_names_who_is_left()
    {
        var machine = new FakeMachine(42) { DiesOn = 0 };

        Assert.Equal("port 18789 still has listeners after --force: 42", await machine.ForceAsync());
    }

    [Fact]
    public async Task Force_says_when_there_is_nobody_and_never_ends_itself()
    {
        var nobody = new FakeMachine();
        var self = new FakeMachine(Environment.ProcessId);

        Assert.Null(await nobody.ForceAsync());
        Assert.Null(await self.ForceAsync());
        Assert.Empty(self.Sent);
        Assert.Equal(["no listeners on port 18789"], nobody.Said);
    }

    [Fact]
    [Trait("Runbook", "A3")]
    public async Task Force_fails_fast_when_nothing_can_find_listeners()
    {
        var force = new PortForce((_, _) => Task.FromResult<IReadOnlyList<PortListener>?>(null), (_, _) => true, TimeProvider.System);

        Assert.Equal("lsof not found; required for --force", await force.FreeAsync(18789, _ => { }, TestContext.Current.CancellationToken));
    }

    /// <summary>Processes that die on one signal; every look at the port costs 100 ms.</summary>
    private sealed class FakeMachine(params int[] pids)
    {
        private readonly FakeTimeProvider _time = new() { AutoAdvanceAmount = TimeSpan.Zero };
        private readonly HashSet<int> _alive = [.. pids];

        public int DiesOn { get; init; }

        public List<(int Pid, int Signal)> Sent { get; } = [];

        public List<TimeSpan> SentAt { get; } = [];

        public List<string> Said { get; } = [];


        public async Task<string?> ForceAsync()
        {
            var start = _time.GetTimestamp();
            var force = new PortForce(
                (_, _) => Task.FromResult<IReadOnlyList<PortListener>?>([.. _alive.Select(p => new PortListener { Pid = p })]),
                (pid, signal) =>
                {
                    Sent.Add((pid, signal));
                    SentAt.Add(_time.GetElapsedTime(start));
                    if (signal == DiesOn)
                        _alive.Remove(pid);
                    return true;
                },
                _time);
            var freeing = force.FreeAsync(18789, Said.Add, TestContext.Current.CancellationToken);
            while (!freeing.IsCompleted)
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
                await Task.Yield();
            }
            return await freeing;
        }
    }
}
