using System.Numerics;
using OpenClaw.Channels.Accounts;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration.Model.Channels;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Brings one part to its end: waits for its account, tries, and tries again by the rules of the failure (spec 10 §5.9).</summary>
/// <param name="parts">What the outbox works with.</param>
/// <param name="slots">Places.</param>
/// <param name="marks">Notes where it stands.</param>
/// <param name="tally">Counts.</param>
/// <param name="stop">No further try is begun.</param>
/// <param name="abandon">Even a try under way is left; its end stays unknown.</param>
internal sealed class PartSender(
    OutboxParts parts, SendSlots slots, SendMarks marks, OutboxTally tally, CancellationToken stop, CancellationToken abandon)
{
    // Accounts tell when they become ready; looking now and then costs nothing and forgives one that does not.
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(30);

    private readonly PartTry _tries = new(parts, slots, marks, tally, stop, abandon);

    private long Now => parts.Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Its end, which nobody knows of yet; null when the outbox stops first or somebody withdrew it.</summary>
    public async Task<PartResult?> DeliverAsync(OutboxItem item)
    {
        try
        {
            while (!stop.IsCancellationRequested && item.Withdrawal is null)
            {
                var changed = slots.Changed;
                if (Now >= item.ExpiresAt)
                    return GiveUp(item, Expired(item));
                if (item.HoldLeft(parts.Time) is var hold && hold > TimeSpan.Zero)
                    await WaitAsync(item, hold, null).ConfigureAwait(false);
                else if (parts.Accounts.Running(item.Channel, item.AccountId) is { IsReady: true } account)
                {
                    if (await TryAsync(item, account).ConfigureAwait(false) is { } end)
                        return end;
                }
                else if (item.FailFast)
                    return GiveUp(item, Unreached(item));
                else
                    await WaitAsync(item, s_lookAgain, changed).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // It stays in the journal as it is.
        }

        return null;
    }

    /// <summary>Why it was not sent in time.</summary>
    public static SendFault Expired(OutboxItem item) => new(
        SendFaultKind.Temporary, "it could not be sent in time" + (item.LastError is { } last ? $"; the last try: {SendFaultText.Read(last).Message}" : string.Empty));

    private SendFault Unreached(OutboxItem item) =>
        parts.Accounts.Unavailable(item.Channel, item.AccountId)
        ?? new SendFault(SendFaultKind.NotConnected, $"{item.Channel} (account: {item.AccountId}) is not connected");

    private static PartResult? GiveUp(OutboxItem item, SendFault fault) => item.TryBegin() ? PartResult.Failed(fault) : null;

    private async Task<PartResult?> TryAsync(OutboxItem item, IChannelAccount account)
    {
        PartResult? end = null;
        try
        {
            if (await _tries.RunAsync(item, account).ConfigureAwait(false) is { } result)
                end = await ConcludeAsync(item, result).ConfigureAwait(false);
            return end;
        }
        finally
        {
            // One that ended stays begun: it is no longer anybody's to withdraw.
            if (end is null)
                item.EndTry();
        }
    }

    private async Task<PartResult?> ConcludeAsync(OutboxItem item, PartResult result)
    {
        if (result.Fault is not { } fault)
        {
            parts.Accounts.NoteActivity(item.Channel, item.AccountId, inbound: false);
            if (item.Part is { } part)
                parts.Sent(part, result);
            return result;
        }

        item.Failures++;
        item.WasSending = fault.IsUncertain;
        item.LastError = SendFaultText.Write(fault);
        if (PauseBeforeNext(item, fault) is not { } pause)
            return result;
        tally.Retried();
        item.Hold(pause, parts.Time);

        // The first ones, then ever fewer: a chat that is refused for a day does not fill the log.
        if (BitOperations.IsPow2(item.Failures))
            OutboxLog.TryingAgain(parts.Logger, item.Channel, item.AccountId, item.Id, item.Failures, pause.TotalSeconds, fault.Message);
        var mark = new OutboxMark(OutboxState.Waiting, Error: item.LastError, NextAttemptAt: Now + (long)pause.TotalMilliseconds);
        await marks.NoteAsync(item, mark, abandon).ConfigureAwait(false);
        return null;
    }

    // An answer is tried until it is too old; somebody who waits is told after a few tries, or at once when waiting is too long for him.
    private TimeSpan? PauseBeforeNext(OutboxItem item, SendFault fault)
    {
        var rules = ChannelRetryConfig.Read(AccountConfigs.Section(parts.Config().Config, item.Channel, item.AccountId));
        var pause = SendPauses.After(rules, item.Failures, fault.RetryAfter, parts.Random());
        if (!item.FailFast)
            return fault.IsRetryable || fault.Kind == SendFaultKind.NotLinked ? pause : null;
        return fault.IsRetryable && fault.Kind != SendFaultKind.NotConnected && item.Failures < rules.Attempts && pause <= rules.MaxDelay ? pause : null;
    }

    private async Task WaitAsync(OutboxItem item, TimeSpan time, Task? sooner)
    {
        var left = TimeSpan.FromMilliseconds(Math.Max(1, item.ExpiresAt - Now));
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var delay = Task.Delay(time < left ? time : left, parts.Time, over.Token);
        await Task.WhenAny(sooner is null ? [delay, item.Withdrawn] : [delay, item.Withdrawn, sooner]).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
    }
}
