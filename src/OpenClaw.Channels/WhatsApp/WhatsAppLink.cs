using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Follows what the sidecar tells of an account's connection (spec 10 §12.8). Safe from any thread.</summary>
/// <param name="accountId">Account, for messages.</param>
/// <param name="host">Told of every change.</param>
internal sealed class WhatsAppLink(string accountId, AccountHost host)
{
    private readonly Lock _gate = new();
    private AccountState _state = new();

    /// <summary>How it is now.</summary>
    public AccountState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    /// <summary>Own addresses, once known.</summary>
    public WhatsAppSelf? Self { get; private set; }

    private long Now => host.Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Something was received.</summary>
    public void Heard(bool isMessage) => Set(state => state with { LastEventAt = Now, LastMessageAt = isMessage ? Now : state.LastMessageAt }, tell: false);

    /// <summary>Usable.</summary>
    public void Opened(WhatsAppSelf? self)
    {
        Self = self ?? Self;
        Set(state => state with { Connected = true, ReconnectAttempts = 0, NextAttemptAt = null, LastConnectedAt = Now, LastEventAt = Now, Problem = null });
        host.Note($"WhatsApp account {accountId} is connected{(Self?.E164 is { } number ? $" as {number}" : string.Empty)}.");
    }

    /// <summary>Lost or not reached; a retry is planned unless <paramref name="retryMs"/> is null.</summary>
    public void Closed(int? code, string reason, int attempt, long? retryMs, bool loggedOut)
    {
        var was = State.Connected;
        var text = WhatsAppCodes.Words(code, reason, accountId);
        Set(state => state with
        {
            Connected = false,
            ReconnectAttempts = attempt,
            NextAttemptAt = retryMs is { } wait ? Now + wait : null,
            LastDisconnect = new Disconnect(Now, code, reason, loggedOut),
            Problem = code == WhatsAppCodes.RestartRequired ? null : text,
        });
        if (was && code != WhatsAppCodes.RestartRequired)
            host.Note($"WhatsApp account {accountId} lost its connection{(code is { } number ? $" (status {number})" : string.Empty)}: {text}");
    }

    /// <summary>What is going on while there is no connection, e.g. the sidecar being installed.</summary>
    public void Waiting(string? problem) => Set(state => state with { Connected = false, Problem = problem });

    private void Set(Func<AccountState, AccountState> change, bool tell = true)
    {
        lock (_gate)
            _state = change(_state);
        if (tell)
            host.Changed();
    }
}
