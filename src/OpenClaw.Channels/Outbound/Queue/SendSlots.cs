using System.Collections.Concurrent;
using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>
/// How many sends are under way (spec 10 §12.5): few per account, so that one busy account does not fill its own connection, and a bounded
/// number in all. Tells waiting sends when an account may be ready.
/// </summary>
internal sealed class SendSlots : IDisposable
{
    public const int PerAccount = 8;
    public const int InAll = 32;

    // Each may hold a fetched file of 100 MB.
    public const int WithFiles = 4;

    private readonly IAccountDirectory _accounts;
    private readonly SemaphoreSlim _all = new(InAll);
    private readonly SemaphoreSlim _files = new(WithFiles);
    private readonly ConcurrentDictionary<(string, string), SemaphoreSlim> _perAccount = new();
    private TaskCompletionSource _changed = New();
    private int _inUse;

    public SendSlots(IAccountDirectory accounts)
    {
        _accounts = accounts;
        accounts.Changed += OnChanged;
    }

    /// <summary>Sends that are under way.</summary>
    public int InUse => Volatile.Read(ref _inUse);

    /// <summary>Completes with the next change of any account. Take it before looking at one.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Waits for a place; the account's own first, so that a slow account holds no place of the others.</summary>
    public async Task EnterAsync(string channel, string accountId, CancellationToken ct)
    {
        var own = _perAccount.GetOrAdd((channel, accountId), static _ => new SemaphoreSlim(PerAccount));
        await own.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await _all.WaitAsync(ct).ConfigureAwait(false);
        }
        catch
        {
            own.Release();
            throw;
        }

        Interlocked.Increment(ref _inUse);
    }

    public void Leave(string channel, string accountId)
    {
        Interlocked.Decrement(ref _inUse);
        _all.Release();
        _perAccount[(channel, accountId)].Release();
    }

    /// <summary>Waits for a place to have an attachment here. Taken before the other places.</summary>
    public Task EnterFilesAsync(CancellationToken ct) => _files.WaitAsync(ct);

    public void LeaveFiles() => _files.Release();

    public void Dispose() => _accounts.Changed -= OnChanged;

    private void OnChanged(IChannelAccount account) => Interlocked.Exchange(ref _changed, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
