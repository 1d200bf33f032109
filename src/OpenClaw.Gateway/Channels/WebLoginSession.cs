using OpenClaw.Channels.Contract;

namespace OpenClaw.Gateway.Channels;

/// <summary>One login with the account it holds.</summary>
internal sealed class WebLoginSession : IAsyncDisposable
{
    private WebLoginSession(ILogin login, bool isByCode, IAsyncDisposable hold)
    {
        Login = login;
        IsByCode = isByCode;
        Over = ReleaseAsync(login, hold);
    }

    public ILogin Login { get; }

    /// <summary>True for a code to type instead of a picture.</summary>
    public bool IsByCode { get; }

    /// <summary>How it ended; completes when the account is in service again. Never fails.</summary>
    public Task<LoginEnd> Over { get; }

    /// <summary>Takes the account out of service and begins.</summary>
    public static async Task<WebLoginSession> BeginAsync(
        ILinkableChannel channel, string accountId, LoginRequest request, IAccountControl accounts, CancellationToken ct)
    {
        var id = channel.Description.Id;
        var hold = await accounts.HoldAsync(id, accountId, ct).ConfigureAwait(false);
        try
        {
            // It outlives the request that began it.
            var login = await channel.BeginLoginAsync(accountId, request, accounts.HostOf(id, accountId), CancellationToken.None).ConfigureAwait(false);
            return new WebLoginSession(login, request.Phone is not null, hold);
        }
        catch
        {
            await hold.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>True while it can still succeed.</summary>
    public bool Goes(TimeSpan lifetime, TimeProvider time) => !Login.Completion.IsCompleted && time.GetUtcNow() - Login.StartedAt < lifetime;

    /// <summary>Waits for something to show; false when it ended before or took longer.</summary>
    public async Task<bool> ShownAsync(TimeSpan patience, TimeProvider time, CancellationToken ct)
    {
        try
        {
            await Login.FirstAsync(ct).WaitAsync(patience, time, ct).ConfigureAwait(false);
            return !Login.Completion.IsCompleted;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // It ended without one; a moment later it says how.
            await Login.Completion.ConfigureAwait(false);
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Login.DisposeAsync().ConfigureAwait(false);
        await Over.ConfigureAwait(false);
    }

    private static async Task<LoginEnd> ReleaseAsync(ILogin login, IAsyncDisposable hold)
    {
        var end = await login.Completion.ConfigureAwait(false);
        await hold.DisposeAsync().ConfigureAwait(false);
        return end;
    }
}
