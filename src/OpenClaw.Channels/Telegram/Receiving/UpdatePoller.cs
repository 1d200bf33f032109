using System.Text.Json;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Mapping;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>
/// Fetches updates by long polling. Telegram is told that we have a batch, by the next offset, only when all of it is in the journal: whatever
/// happens before is repeated, and the journal knows what it has. Every poll has a limit of its own, so the loop cannot hang; what counts as a
/// sign of life is a poll that succeeded, not traffic (spec 13 row 10).
/// </summary>
internal sealed class UpdatePoller(
    string accountId, AccountHost host, TelegramApi api, TelegramStatus status, TelegramConnector connector, UpdateTaker taker, OffsetFile offsets)
{
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_conflictPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_conflictWindow = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_conflictRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_keepPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestKeepPause = TimeSpan.FromSeconds(30);
    private long? _conflictAt;

    /// <summary>Polls until stopped.</summary>
    /// <exception cref="AccountStoppedException">Somebody has to act first.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        offsets.Load();
        for (long? offset = null; ;)
        {
            stop.ThrowIfCancellationRequested();
            // After a loss an answer at once tells that all is well again; a long wait would leave that open.
            var wait = status.State.Connected ? s_wait : TimeSpan.Zero;
            var began = host.Time.GetTimestamp();
            var reply = await api.GetUpdatesAsync(offset, wait, UpdateMapping.Kinds, stop).ConfigureAwait(false);
            if (reply.Failure is { } failure)
            {
                await (failure.IsConflict ? ConflictAsync(failure, stop) : connector.RestAsync(failure, stop)).ConfigureAwait(false);
                continue;
            }

            connector.Worked();
            var updates = reply.Value.ValueKind == JsonValueKind.Array ? reply.Value.EnumerateArray().ToList() : [];
            if (updates.Count > 0)
            {
                offset = await TakeAllAsync(updates, stop).ConfigureAwait(false) + 1 ?? offset;
                continue;
            }

            // Everything is confirmed. Without an offset the next poll also gets ids that are lower, as Telegram gives them after a quiet week.
            offset = null;
            if (wait > TimeSpan.Zero && host.Time.GetElapsedTime(began) < TimeSpan.FromMilliseconds(20))
                await Task.Delay(s_keepPause, host.Time, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Returns when all are safe; the result is the highest id.</summary>
    private async Task<long?> TakeAllAsync(List<JsonElement> updates, CancellationToken stop)
    {
        var open = updates.Where(u => UpdateTaker.IdOf(u) is not { } id || !offsets.IsOld(id)).ToList();
        for (var pause = s_keepPause; open.Count > 0; pause = pause * 2 < s_longestKeepPause ? pause * 2 : s_longestKeepPause)
        {
            // Offered together, so that the journal writes them together.
            var taken = await Task.WhenAll(open.Select(u => taker.TakeAsync(u, stop))).ConfigureAwait(false);
            var contiguous = taken.TakeWhile(static t => t).Count();
            if (contiguous > 0 && UpdateTaker.IdOf(open[contiguous - 1]) is { } safe)
                offsets.Advance(safe);
            open = [.. open.Where((_, n) => !taken[n])];
            if (open.Count == 0)
                break;
            TelegramLog.NotKept(host.Logger, accountId, (long)pause.TotalSeconds);
            status.Ails("what Telegram sends cannot be kept, so it waits there: see the state of the message journal");
            await Task.Delay(pause, host.Time, stop).ConfigureAwait(false);
        }

        status.Reached();
        return updates.Max(UpdateTaker.IdOf);
    }

    // One refusal may be a stray call; a second one soon after is another program that polls for good. Two that fight get nothing done.
    private async Task ConflictAsync(TelegramFailure failure, CancellationToken stop)
    {
        var problem = failure.Says("webhook")
            ? $"Telegram account {accountId}: another program has set a web hook for this bot, so it cannot be polled (409 Conflict). Let only one program use the bot's token"
            : $"Telegram account {accountId}: another program polls with this bot's token (409 Conflict). Stop it, or give this account a bot of its own";
        var isSecond = _conflictAt is { } before && host.Time.GetElapsedTime(before) < s_conflictWindow;
        _conflictAt = host.Time.GetTimestamp();
        if (isSecond)
            throw new AccountStoppedException($"{problem}; the next try is in {s_conflictRest.TotalMinutes:0} minutes.", s_conflictRest);
        status.Lost(problem, failure.Code, s_conflictPause);
        await Task.Delay(s_conflictPause, host.Time, stop).ConfigureAwait(false);
    }
}
