using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Supervision;

/// <summary>
/// Keeps one account of a channel running: begins it, begins it anew after a pause that grows, and ends it. Whatever an account does, it
/// touches no other (spec 10 §15-1). Safe from any thread.
/// </summary>
/// <param name="channel">Its channel.</param>
/// <param name="accountId">Its id.</param>
/// <param name="host">What it lives in; <see cref="AccountHost.Changed"/> is told of everything that happens to it.</param>
/// <param name="pause">Pause after the n-th end in a row (1 and up).</param>
/// <param name="changed">Told when the running account changed.</param>
public sealed class AccountSupervisor(
    IChannel channel, string accountId, AccountHost host, Func<int, TimeSpan> pause, Action<IChannelAccount> changed) : IAsyncDisposable
{
    /// <summary>How long an account has to end.</summary>
    internal static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _holder = new(1, 1);
    private volatile AccountRuntime _rest = new();
    private volatile AccountLoop? _life;
    private CancellationTokenSource? _stop;
    private Task _loop = Task.CompletedTask;
    private string? _follows;
    private bool _couldStart;
    private bool _stopped;
    private volatile bool _onHold;
    private bool _disposed;

    /// <summary>Its channel.</summary>
    public IChannel Channel => channel;

    /// <summary>Its id.</summary>
    public string AccountId => accountId;

    /// <summary>The account while it runs.</summary>
    public IChannelAccount? Account => _life?.Account;

    /// <summary>True while somebody holds it.</summary>
    public bool IsHeld => _onHold;

    /// <summary>How it is now.</summary>
    public AccountRuntime Runtime => _life?.Runtime ?? _rest;

    /// <summary>
    /// Begins it, unless it runs already or cannot; then <see cref="AccountRuntime.LastError"/> says why. One that needs help is tried anew.
    /// Does not wait for the connection.
    /// </summary>
    public Task StartAsync() => InTurnAsync(async () =>
    {
        _stopped = false;
        if (_life is { Runtime.NeedsHelp: false })
            return;
        await EndAsync().ConfigureAwait(false);
        Begin();
    });

    /// <summary>Ends it and keeps it so until it is started again or its own settings change.</summary>
    /// <param name="reason">Shown as <see cref="AccountRuntime.LastError"/>; null: nothing is wrong.</param>
    public Task StopAsync(string? reason = null) => InTurnAsync(async () =>
    {
        _stopped = true;
        await EndAsync().ConfigureAwait(false);
        _rest = _rest with { LastError = reason, NeedsHelp = false };
        host.Changed();
    });

    /// <summary>
    /// Follows config and credentials: begins, restarts or ends it when its own settings or its standing ask for that, and otherwise leaves
    /// it alone.
    /// </summary>
    public Task FollowAsync() => InTurnAsync(async () =>
    {
        if (_onHold)
            return;
        var config = host.Config();
        var same = channel.Fingerprint(config, accountId) == _follows;
        var standing = channel.Standing(config, accountId);
        var rose = standing.CanStart && !_couldStart;
        _couldStart = standing.CanStart;
        var content = _life is { } life ? standing.CanStart && !(life.Runtime.NeedsHelp && rose) : _stopped || (!standing.CanStart && ReasonOf(standing) == _rest.LastError);
        if (same && content)
            return;
        _stopped = false;
        await EndAsync().ConfigureAwait(false);
        Begin();
    });

    /// <summary>Ends it and keeps it so, whatever else happens, until <see cref="Release"/>. A second holder waits for the first.</summary>
    public async Task HoldAsync(CancellationToken ct)
    {
        await _holder.WaitAsync(ct).ConfigureAwait(false);
        _onHold = true;
        await InTurnAsync(EndAsync).ConfigureAwait(false);
        host.Changed();
    }

    /// <summary>Ends a hold; the account does not start by that alone.</summary>
    public void Release()
    {
        _onHold = false;
        _holder.Release();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await InTurnAsync(async () =>
    {
        _disposed = true;
        await EndAsync().ConfigureAwait(false);
    }).ConfigureAwait(false);

    private void Begin()
    {
        if (_disposed || _onHold)
            return;
        var config = host.Config();
        var standing = channel.Standing(config, accountId);
        _follows = channel.Fingerprint(config, accountId);
        _couldStart = standing.CanStart;
        if (!standing.CanStart)
        {
            _rest = _rest with { LastError = ReasonOf(standing), NeedsHelp = false, Failures = 0 };
            SupervisionLog.NotStarted(host.Logger, accountId, ReasonOf(standing));
            host.Changed();
            return;
        }

        var (life, stop, previous) = (new AccountLoop(channel, accountId, host, pause, changed, _rest), new CancellationTokenSource(), _loop);
        _stop = stop;
        _life = life;
        _loop = Task.Run(() => life.RunAsync(previous, stop.Token), CancellationToken.None);
    }

    private async Task EndAsync()
    {
        if (_life is not { } life || _stop is not { } stop)
            return;
        await stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await _loop.WaitAsync(StopLimit, host.Time).ConfigureAwait(false);
            SupervisionLog.Stopped(host.Logger, accountId);
        }
        catch (TimeoutException)
        {
            SupervisionLog.LeftBehind(host.Logger, accountId, (long)StopLimit.TotalSeconds);
        }

        var runtime = life.Runtime;
        _rest = runtime with
        {
            Running = false,
            LastStopAt = host.Time.GetUtcNow().ToUnixTimeMilliseconds(),
            NextStartAt = null,
            State = runtime.State with { Connected = false, NextAttemptAt = null, Problem = null },
        };
        _life = null;
        _stop = null;
        stop.Dispose();
    }

    private async Task InTurnAsync(Func<Task> act)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await act().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string ReasonOf(AccountStanding standing) => standing.IsEnabled ? standing.Problem ?? "not configured" : "disabled";
}
