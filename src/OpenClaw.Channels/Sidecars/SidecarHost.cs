using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Sidecars;

/// <summary>
/// Keeps one sidecar process running while somebody uses it: starts it, watches it, starts it again when it ends (spec 10 §12.7). What
/// runs on it hears of an end by <see cref="SidecarSession.Ended"/> and asks for the next session. Safe from any thread.
/// </summary>
public sealed class SidecarHost : IAsyncDisposable
{
    // A locked folder is free again when a login in a terminal has ended.
    private static readonly TimeSpan s_lockedPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_unnoticed = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_faultPause = TimeSpan.FromSeconds(30);

    private readonly SidecarSpec _spec;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RestartPolicy _restarts;
    private readonly SidecarLauncher _launch;
    private readonly Lock _gate = new();
    private Loop? _loop;
    private Task _last = Task.CompletedTask;
    private bool _disposed;
    private int _users;

    /// <summary>Nothing is started before it is used.</summary>
    public SidecarHost(SidecarSpec spec, TimeProvider time, ILogger logger)
        : this(spec, time, logger, SidecarProcess.Start, Random.Shared)
    {
    }

    internal SidecarHost(SidecarSpec spec, TimeProvider time, ILogger logger, SidecarLauncher launch, Random random)
    {
        _spec = spec;
        _time = time;
        _logger = logger;
        _restarts = new RestartPolicy(time, random);
        _launch = launch;
    }

    /// <summary>What is wrong, or takes its time, while it is being started; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Raised when <see cref="Problem"/> changed.</summary>
    public event Action? Changed;

    /// <summary>Declares interest. The process is told to stop when the last user has disposed what it got here; <see cref="DisposeAsync"/> waits for that.</summary>
    public IDisposable Use()
    {
        lock (_gate)
            _users++;
        return new Interest(this);
    }

    /// <summary>The running sidecar; waits for one that is being started. Only between <see cref="Use"/> and its end.</summary>
    public Task<SidecarReadiness> SessionAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_disposed)
                return Task.FromResult(new SidecarReadiness(null, Stopping));
            if (_loop is null)
            {
                var loop = new Loop();
                var before = _last;
                _loop = loop;
                _last = Task.Run(() => LoopAsync(loop, before), CancellationToken.None);
            }

            return _loop.Current().WaitAsync(ct);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_gate)
        {
            _disposed = true;
            EndLoop();
            last = _last;
        }

        await last.ConfigureAwait(false);
    }

    private SidecarFault Stopping => new($"the {_spec.Name} is being stopped");

    private async Task LoopAsync(Loop loop, Task before)
    {
        var stop = loop.Stop.Token;
        await before.ConfigureAwait(false);
        SidecarFault? fault = null;
        try
        {
            while (fault is null)
                fault = await OnceAsync(loop, stop).ConfigureAwait(false);
            SidecarLog.Failed(_logger, _spec.Name, fault.Message);
            SetProblem(fault.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            SidecarLog.Stopped(_logger, _spec.Name);
            SetProblem(null);
        }
        catch (Exception e)
        {
            // Whoever waits for a sidecar must hear something, whatever went wrong here.
            SidecarLog.Fault(_logger, e, _spec.Name);
            fault = new SidecarFault($"a fault in the {_spec.Name}: {e.Message}", s_faultPause);
            SetProblem(fault.Message);
        }

        lock (_gate)
        {
            if (_loop == loop)
                _loop = null;
            loop.Give(new SidecarReadiness(null, fault ?? Stopping));
            loop.Stop.Dispose();
        }
    }

    // One run of the process and the wait after it. Null: go on.
    private async Task<SidecarFault?> OnceAsync(Loop loop, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (_restarts.Pause is var pause && pause > TimeSpan.Zero)
            return new SidecarFault($"the {_spec.Name} ended too often; it is started again in {Whole(pause)} s", pause);
        var plan = await PrepareAsync(stop).ConfigureAwait(false);
        if (plan.Program is not { } program)
            return plan.Fault ?? new SidecarFault($"the {_spec.Name} cannot be started");
        var (session, exit) = await SidecarSession.StartAsync(_spec, program, _launch, _time, _logger, stop).ConfigureAwait(false);
        var lived = TimeSpan.Zero;
        if (session is not null)
        {
            var since = _time.GetTimestamp();
            Ready(loop, session);
            exit = await session.RunAsync(stop).ConfigureAwait(false);
            lived = _time.GetElapsedTime(since);
        }

        stop.ThrowIfCancellationRequested();
        if (exit.IsFinal)
            return new SidecarFault($"the {_spec.Name} refuses to run: {exit.Reason}", exit.Code == SidecarExit.AuthDirLocked ? s_lockedPause : null);
        if (_restarts.Ended(lived) is not { } wait)
            return new SidecarFault($"the {_spec.Name} ended five times within two minutes ({exit.Reason}); it is started again in {Whole(_restarts.Pause)} s", _restarts.Pause);
        SidecarLog.Ended(_logger, _spec.Name, exit.Reason, (long)wait.TotalMilliseconds);
        SetProblem($"the {_spec.Name} ended ({exit.Reason}) and is being started again");
        await Task.Delay(wait, _time, stop).ConfigureAwait(false);
        return null;
    }

    // Looking takes no time; what does is an installation, and somebody may be waiting for it.
    private async Task<SidecarPlan> PrepareAsync(CancellationToken stop)
    {
        var preparing = _spec.Prepare(stop);
        if (!preparing.IsCompleted && await Task.WhenAny(preparing, Task.Delay(s_unnoticed, _time, stop)).ConfigureAwait(false) != preparing)
            SetProblem($"the {_spec.Name} is being installed");
        return await preparing.ConfigureAwait(false);
    }

    private void Ready(Loop loop, SidecarSession session)
    {
        SidecarLog.Started(
            _logger, _spec.Name, Text(session.Hello, "version"), session.ProcessId, Text(session.Hello, "library", "name") + " " + Text(session.Hello, "library", "version"),
            Text(session.Hello, "runtime"));
        SetProblem(null);
        lock (_gate)
            loop.Give(new SidecarReadiness(session));
    }

    private void SetProblem(string? problem)
    {
        if (Problem == problem)
            return;
        Problem = problem;
        Changed?.Invoke();
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_users == 0)
                EndLoop();
        }
    }

    // The loop that runs is told to end; the next user starts another one behind it.
    private void EndLoop()
    {
        _loop?.Stop.Cancel();
        _loop = null;
    }

    private static string Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return "?";
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString()! : "?";
    }

    private static string Whole(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);

    // Guarded by the gate.
    private sealed class Loop
    {
        private TaskCompletionSource<SidecarReadiness> _next = NewWait();

        public CancellationTokenSource Stop { get; } = new();

        // A session that is over is nobody's any more, even before the loop has noticed.
        public Task<SidecarReadiness> Current()
        {
            if (_next.Task is { IsCompletedSuccessfully: true, Result.Session.Ended.IsCompleted: true })
                _next = NewWait();
            return _next.Task;
        }

        public void Give(SidecarReadiness readiness)
        {
            if (!_next.TrySetResult(readiness))
            {
                _next = NewWait();
                _next.SetResult(readiness);
            }
        }

        private static TaskCompletionSource<SidecarReadiness> NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Interest(SidecarHost host) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                host.Leave();
        }
    }
}
