using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Sidecars;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Takes a link away: tells the phone when it can be reached soon, and removes the credentials in any case (spec 10 §1.6).</summary>
internal sealed class WhatsAppLogout(SidecarHost sidecar, AccountHost host, string accountId)
{
    private static readonly TimeSpan s_reach = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>Does it.</summary>
    /// <exception cref="InvalidOperationException">Another process uses the login.</exception>
    public async Task<LogoutResult> RunAsync(CancellationToken ct)
    {
        var folder = WhatsAppAuth.Folder(host.Config(), host.Paths, accountId);
        if (WhatsAppAuth.Read(folder, host.Time).IsLinked)
            await UnlinkAsync(folder, ct).ConfigureAwait(false);
        var cleared = WhatsAppAuth.Clear(folder, host.Paths);
        return new LogoutResult(cleared, LoggedOut: cleared);
    }

    private async Task UnlinkAsync(string folder, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_reach, host.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        using var use = sidecar.Use();
        SidecarSession? session = null;
        try
        {
            session = (await sidecar.SessionAsync(either.Token).ConfigureAwait(false)).Session;
            if (session is null)
                return;
            var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var route = session.Route(accountId, (method, content) =>
            {
                if (method == "account.state" && content.Text("state") is "open" or "loggedOut" or "failed" or "closed")
                    settled.TrySetResult();
                return true;
            });
            var start = await session.RequestAsync("account.start", w => WhatsAppSidecar.WriteStart(w, accountId, folder, host.Config()), s_limit, either.Token).ConfigureAwait(false);
            if (start.Fault?.Detail("reason") == "authDirLocked")
            {
                session = null;
                throw new InvalidOperationException($"the login of WhatsApp account {accountId} is in use by process {start.Fault.Detail("pid") ?? "?"}; stop that process first");
            }

            if (start.Ok)
                await settled.Task.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Not reached in time: the device stays in the phone's list until somebody removes it there.
        }
        finally
        {
            if (session is not null)
            {
                await session.RequestAsync(
                    "account.logout",
                    w =>
                    {
                        w.WriteString("accountId"u8, accountId);
                        w.WriteString("authDir"u8, folder);
                        w.WriteBoolean("unlink"u8, true);
                    },
                    s_limit,
                    CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
