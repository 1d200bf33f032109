using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations.Ports;

/// <summary>
/// <c>--force</c>: ends whoever listens on the port, politely first (spec 05 §4). SIGTERM at once, SIGKILL to what is left after
/// 700 ms, failure after 2000 ms in all. This process is never among those ended.
/// </summary>
public sealed class PortForce
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan s_deadline = TimeSpan.FromMilliseconds(2000);

    private readonly TimeProvider _time;
    private readonly Func<int, CancellationToken, Task<IReadOnlyList<PortListener>?>> _find;
    private readonly Func<int, int, bool> _send;

    /// <summary>Works on the real processes of this machine.</summary>
    public PortForce(TimeProvider time)
        : this(PortInspector.FindListenersAsync, LibC.Send, time)
    {
    }

    internal PortForce(
        Func<int, CancellationToken, Task<IReadOnlyList<PortListener>?>> find, Func<int, int, bool> send, TimeProvider time)
    {
        _find = find;
        _send = send;
        _time = time;
    }

    /// <summary>Frees the port.</summary>
    /// <param name="port">Port to free.</param>
    /// <param name="say">Receives one line per thing done.</param>
    /// <param name="cancellationToken">Ends the waiting, not the processes.</param>
    /// <returns>Null when the port is free now; otherwise why not.</returns>
    public async Task<string?> FreeAsync(int port, Action<string> say, CancellationToken cancellationToken = default)
    {
        if (OperatingSystem.IsWindows())
            return "--force is not available on Windows; end the process in the task manager";
        var found = await FindAsync(port, cancellationToken).ConfigureAwait(false);
        if (found is null)
            return "lsof not found; required for --force";
        if (found.Count == 0)
        {
            say($"no listeners on port {port}");
            return null;
        }
        if (found.FirstOrDefault(l => l.Pid is null) is { } hidden)
            return $"the listener on port {port} cannot be ended: {hidden.Describe()}";

        var start = _time.GetTimestamp();
        foreach (var listener in found)
        {
            if (!_send(listener.Pid!.Value, LibC.Terminate))
                return $"could not end {listener.Describe()}: not permitted";
        }
        var left = await WaitAsync(port, start, s_patience, cancellationToken).ConfigureAwait(false);
        var escalated = left.Count > 0;
        if (escalated)
        {
            foreach (var listener in left)
                _send(listener.Pid!.Value, LibC.Kill);
            left = await WaitAsync(port, start, s_deadline, cancellationToken).ConfigureAwait(false);
        }
        if (left.Count > 0)
            return $"port {port} still has listeners after --force: {string.Join(", ", left.Select(l => l.Pid))}";

        var waited = (long)_time.GetElapsedTime(start).TotalMilliseconds;
        foreach (var listener in found)
            say($"ended {listener.Describe()}{(escalated ? " with SIGKILL" : "")} after {waited} ms");
        return null;
    }

    private async Task<IReadOnlyList<PortListener>> WaitAsync(int port, long start, TimeSpan until, CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = await FindAsync(port, cancellationToken).ConfigureAwait(false) ?? [];
            if (left.Count == 0 || _time.GetElapsedTime(start) >= until)
                return [.. left.Where(l => l.Pid is not null)];
            await Task.Delay(s_poll, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<PortListener>?> FindAsync(int port, CancellationToken cancellationToken) =>
        (await _find(port, cancellationToken).ConfigureAwait(false))?.Where(l => l.Pid != Environment.ProcessId).ToArray();
}
