using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>How a bot is doing. Tells the host only of what changes how it stands. Safe from any thread.</summary>
internal sealed class TelegramStatus(string accountId, AccountHost host)
{
    private readonly Lock _gate = new();
    private volatile AccountState _state = new();

    public AccountState State => _state;

    /// <summary>Telegram answered.</summary>
    public void Reached() => Set(state => state.Connected
        ? state with { LastEventAt = Now, Problem = null }
        : state with { Connected = true, ReconnectAttempts = 0, NextAttemptAt = null, LastConnectedAt = Now, LastEventAt = Now, Problem = null });

    /// <summary>Telegram was not reached.</summary>
    /// <param name="problem">Why, with the fix where there is one.</param>
    /// <param name="code">HTTP status; 0: no answer.</param>
    /// <param name="pause">Until the next try.</param>
    public void Lost(string problem, int code, TimeSpan pause)
    {
        TelegramLog.Lost(host.Logger, accountId, problem, (long)Math.Ceiling(pause.TotalSeconds));
        Set(state => state with
        {
            Connected = false,
            ReconnectAttempts = state.ReconnectAttempts + 1,
            NextAttemptAt = Now + (long)pause.TotalMilliseconds,
            LastDisconnect = state.Connected ? new Disconnect(Now, code == 0 ? null : code, problem, LoggedOut: code == 401) : state.LastDisconnect,
            Problem = problem,
        });
    }

    /// <summary>It is connected, but something is wrong.</summary>
    public void Ails(string problem) => Set(state => state with { Problem = problem });

    /// <summary>It ended.</summary>
    public void Ended() => Set(static state => state with { Connected = false, NextAttemptAt = null });

    /// <summary>A message came.</summary>
    public void Received() => Set(state => state with { LastMessageAt = Now });

    private long Now => host.Time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Set(Func<AccountState, AccountState> change)
    {
        AccountState before, after;
        lock (_gate)
        {
            before = _state;
            _state = after = change(before);
        }

        if (before.Connected != after.Connected || before.Problem != after.Problem)
            host.Changed();
    }
}
