using System.Security.Cryptography;
using System.Text;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Mapping;
using OpenClaw.Channels.Telegram.Setup;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Has Telegram post updates to us, and looks now and then whether it still does (spec 10 §8.4).</summary>
internal sealed class WebhookKeeper(
    string accountId, AccountHost host, TelegramApi api, TelegramStatus status, TelegramConnector connector, UpdateTaker taker, TelegramWebhooks hooks)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMinutes(5);

    /// <summary>Serves until stopped.</summary>
    /// <exception cref="AccountStoppedException">Somebody has to act first.</exception>
    public async Task RunAsync(TelegramSettings settings, CancellationToken stop)
    {
        var (url, secret) = (settings.WebhookUrl!, settings.WebhookSecret ?? OwnSecret());
        using var registration = hooks.Add(settings.WebhookPath, secret, taker.TakeAsync);
        await SetAsync(url, secret, stop).ConfigureAwait(false);
        while (true)
        {
            await Task.Delay(s_look, host.Time, stop).ConfigureAwait(false);
            var info = await connector.UntilDoneAsync(ct => api.GetWebhookInfoAsync(ct), stop).ConfigureAwait(false);
            if (info.Url != url)
            {
                TelegramLog.WebhookTaken(host.Logger, accountId);
                await SetAsync(url, secret, stop).ConfigureAwait(false);
            }
            else if (info is { LastErrorDate: { } at, LastErrorMessage: { } error, PendingUpdateCount: > 0 } && IsRecent(at))
                status.Ails($"Telegram cannot deliver to {url}: {error}. Is the address reachable from outside and led to path {settings.WebhookPath} of the gateway?");
        }
    }

    private Task<bool> SetAsync(string url, string secret, CancellationToken stop) => connector.UntilDoneAsync(
        async ct =>
        {
            var reply = await api.SetWebhookAsync(url, secret, UpdateMapping.Kinds, ct).ConfigureAwait(false);
            return reply.Failure is { Code: 400 } refused
                ? throw new AccountStoppedException($"Telegram account {accountId}: Telegram refuses the web hook {url} ({refused.Description}). Correct webhookUrl or webhookSecret of the account.")
                : reply;
        },
        stop);

    private bool IsRecent(long seconds) => host.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < 2 * s_look;

    // Kept, so that what Telegram posts during a restart is still known.
    private string OwnSecret()
    {
        var file = Path.Combine(host.Paths.StateDir, "telegram", $"webhook-secret-{accountId}");
        try
        {
            if (File.ReadAllText(file).Trim() is { Length: > 0 } kept)
                return kept;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The first start.
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        AtomicFile.Write(file, Encoding.ASCII.GetBytes(secret));
        return secret;
    }
}
