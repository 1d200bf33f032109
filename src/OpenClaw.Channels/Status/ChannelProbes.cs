using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Supervision;

namespace OpenClaw.Channels.Status;

/// <summary>
/// Asks the services behind accounts and remembers what they said: health and status show the last answer, and nobody makes health ask more
/// than once a minute. Safe from any thread.
/// </summary>
internal sealed class ChannelProbes(ChannelSupervision supervision, TimeProvider time)
{
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(55);

    private readonly ConcurrentDictionary<(string Channel, string AccountId), ProbedAccount> _last = new();

    /// <summary>The last answer; null: never asked, or there is nothing to ask.</summary>
    public ProbedAccount? Last(IChannel channel, string accountId) => _last.GetValueOrDefault((channel.Description.Id, accountId));

    /// <summary>Asks anew when the account runs and its last answer is older than about a minute.</summary>
    public async Task RefreshAsync(IChannel channel, string accountId, TimeSpan timeout, CancellationToken ct)
    {
        if (supervision.Running(channel.Description.Id, accountId) is null)
            _last.TryRemove((channel.Description.Id, accountId), out _);
        else if (Last(channel, accountId) is not { } last || Now - last.At >= s_least.TotalMilliseconds)
            await AskAsync(channel, accountId, timeout, ct).ConfigureAwait(false);
    }

    /// <summary>Asks now, whether the account runs or not.</summary>
    public async Task<ProbedAccount?> AskAsync(IChannel channel, string accountId, TimeSpan timeout, CancellationToken ct)
    {
        var key = (channel.Description.Id, accountId);
        if (await ResultAsync(channel, accountId, timeout, ct).ConfigureAwait(false) is not { } result)
        {
            _last.TryRemove(key, out _);
            return null;
        }

        return _last[key] = new ProbedAccount(result, Now);
    }

    private async Task<ProbeResult?> ResultAsync(IChannel channel, string accountId, TimeSpan timeout, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var running = supervision.Running(channel.Description.Id, accountId);
        IChannelAccount? own = null;
        try
        {
            if (running is null && channel is ILinkableChannel)
                return null;
            var account = running ?? (own = channel.Open(accountId, supervision.HostOf(channel, accountId)));
            return await account.ProbeAsync(timeout, ct).WaitAsync(timeout + TimeSpan.FromSeconds(1), time, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return new ProbeResult(false, new JsonObject
            {
                ["ok"] = false,
                ["status"] = null,
                ["error"] = e is TimeoutException ? "timeout" : e.Message,
                ["elapsedMs"] = (long)time.GetElapsedTime(began).TotalMilliseconds,
            });
        }
        finally
        {
            if (own is not null)
                await own.DisposeAsync().ConfigureAwait(false);
        }
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}
