namespace OpenClaw.Channels.Contract;

/// <summary>
/// Takes single accounts out of service for work that needs them stopped: a login, a logout. The supervisor implements it. Safe from any
/// thread.
/// </summary>
public interface IAccountControl
{
    /// <summary>What an account gets, for work on one that does not run.</summary>
    AccountHost HostOf(string channel, string accountId);

    /// <summary>
    /// Stops an account and keeps it stopped, whatever the config does, until the result is disposed; then it is started again when its
    /// standing allows, with a clean slate of failures. Completes when the account has let go of its files. Works for accounts that do not
    /// run or that the config does not name. One holder at a time: a second one waits.
    /// </summary>
    Task<IAsyncDisposable> HoldAsync(string channel, string accountId, CancellationToken ct);
}
