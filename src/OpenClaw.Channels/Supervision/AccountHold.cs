namespace OpenClaw.Channels.Supervision;

/// <summary>An account out of service until this is disposed.</summary>
internal sealed class AccountHold(AccountSupervisor account, Func<Task> released) : IAsyncDisposable
{
    private int _disposed;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        account.Release();
        await released().ConfigureAwait(false);
    }
}
