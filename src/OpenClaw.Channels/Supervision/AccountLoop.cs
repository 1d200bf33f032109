using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Supervision;

/// <summary>One supervised life of an account: runs it, again and again, until it is told to stop. Knows only its own run, so that a late end harms nothing.</summary>
internal sealed class AccountLoop(
    IChannel channel, string accountId, AccountHost host, Func<int, TimeSpan> pause, Action<IChannelAccount> changed, AccountRuntime before)
{
    /// <summary>An account that ran this long was healthy: its next end is a first one again.</summary>
    internal static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private AccountRuntime _runtime = before with { Running = true, LastError = null, NeedsHelp = false, Failures = 0, NextStartAt = null };
    private IChannelAccount? _account;

    /// <summary>The account while it runs.</summary>
    public IChannelAccount? Account
    {
        get
        {
            lock (_gate)
                return _account;
        }
    }

    /// <summary>How it is now.</summary>
    public AccountRuntime Runtime
    {
        get
        {
            lock (_gate)
            {
                if (_account is not { } account)
                    return _runtime;
                var state = Kept(account.State);
                return _runtime with { State = state, LastError = _runtime.LastError ?? state.Problem };
            }
        }
    }

    /// <summary>Runs until stopped; never fails.</summary>
    /// <param name="previous">The life before this one: never two at once, even when that was slow to go.</param>
    /// <param name="stop">Ends it.</param>
    public async Task RunAsync(Task previous, CancellationToken stop)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var failures = 1; !stop.IsCancellationRequested; failures++)
        {
            SupervisionLog.Starting(host.Logger, accountId);
            var began = host.Time.GetTimestamp();
            Set(runtime => runtime with { Running = true, LastStartAt = Now, NextStartAt = null, NeedsHelp = false });
            var end = await RunOnceAsync(stop).ConfigureAwait(false);
            if (stop.IsCancellationRequested)
                return;
            if (host.Time.GetElapsedTime(began) >= Healthy)
                failures = 1;
            await RestAsync(end, failures, stop).ConfigureAwait(false);
        }
    }

    private async Task RestAsync(AccountEnd end, int failures, CancellationToken stop)
    {
        var wait = end.NeedsHelp ? end.RetryAfter : pause(failures);

        // The pause begins before anybody can know of it.
        var rest = Task.Delay(wait ?? Timeout.InfiniteTimeSpan, host.Time, stop);
        Set(runtime => runtime with
        {
            Running = !end.NeedsHelp,
            LastStopAt = Now,
            LastError = end.Reason,
            Failures = failures,
            NeedsHelp = end.NeedsHelp,
            NextStartAt = wait is { } time ? Now + (long)time.TotalMilliseconds : null,
        });
        if (end.NeedsHelp)
            SupervisionLog.NeedsHelp(host.Logger, accountId, end.Reason);
        else
            SupervisionLog.Exited(host.Logger, accountId, end.Reason, (long)Math.Ceiling(wait!.Value.TotalSeconds));
        host.Changed();
        await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<AccountEnd> RunOnceAsync(CancellationToken stop)
    {
        IChannelAccount? account = null;
        try
        {
            account = channel.Open(accountId, host with { Changed = Notice });
            lock (_gate)
                _account = account;
            Notice();
            await account.RunAsync(stop).ConfigureAwait(false);
            return new AccountEnd("ended by itself");
        }
        catch (AccountStoppedException e)
        {
            return new AccountEnd(e.Message, NeedsHelp: true, e.RetryAfter);
        }
        catch (Exception e)
        {
            return new AccountEnd(e.Message);
        }
        finally
        {
            if (account is not null)
                await PutAwayAsync(account).ConfigureAwait(false);
        }
    }

    private async Task PutAwayAsync(IChannelAccount account)
    {
        // What it knew stays; it is connected no more.
        lock (_gate)
        {
            _runtime = _runtime with { State = Kept(account.State) with { Connected = false, Problem = null } };
            _account = null;
        }

        try
        {
            await account.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            SupervisionLog.NotPutAway(host.Logger, e, accountId);
        }
    }

    private void Notice()
    {
        if (Account is not { } account)
            return;
        if (account.IsReady)
            Set(runtime => runtime with { LastError = null });
        changed(account);
        host.Changed();
    }

    private void Set(Func<AccountRuntime, AccountRuntime> change)
    {
        lock (_gate)
            _runtime = change(_runtime);
    }

    private long Now => host.Time.GetUtcNow().ToUnixTimeMilliseconds();

    private AccountState Kept(AccountState now) => now with
    {
        LastConnectedAt = now.LastConnectedAt ?? _runtime.State.LastConnectedAt,
        LastDisconnect = now.LastDisconnect ?? _runtime.State.LastDisconnect,
        LastMessageAt = now.LastMessageAt ?? _runtime.State.LastMessageAt,
        LastEventAt = now.LastEventAt ?? _runtime.State.LastEventAt,
    };

    private sealed record AccountEnd(string Reason, bool NeedsHelp = false, TimeSpan? RetryAfter = null);
}
