using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Ends parts: with one that failed, what follows it in its message. Noted first, then told, then forgotten.</summary>
/// <param name="parts">What the outbox works with.</param>
/// <param name="queue">Where they wait.</param>
/// <param name="waiters">Told of ends.</param>
/// <param name="marks">Notes where it stands.</param>
/// <param name="tally">Counts.</param>
/// <param name="abandon">Not even noting is tried any longer.</param>
internal sealed class PartEnds(
    OutboxParts parts, OutboxQueue queue, OutboxWaiters waiters, SendMarks marks, OutboxTally tally, CancellationToken abandon)
{
    private static readonly TimeSpan s_notePatience = TimeSpan.FromSeconds(2);

    /// <summary>Ends a part that nobody else handles: one whose try has ended, or that was withdrawn.</summary>
    public async Task EndAsync(OutboxItem item, PartResult end, OutboxState failure = OutboxState.Failed)
    {
        List<(OutboxItem Item, PartResult End)> ends = [(item, end)];
        if (!end.Ok)
        {
            var rest = PartResult.Failed(KnownSends.EarlierPart);
            ends.AddRange(queue.RestOf(item).Where(later => later.TryWithdraw(rest)).Select(later => (later, rest)));
        }

        queue.TakeOut(ends.Select(static one => one.Item));
        foreach (var (_, result) in ends)
            tally.Ended(result.Ok);
        if (end.Fault is { } fault)
            OutboxLog.GivenUp(parts.Logger, item.Channel, item.AccountId, item.Id, item.Failures, fault.Message);
        Task noted = Task.WhenAll(ends.Select(one => marks.NoteAsync(one.Item, MarkOf(one.End, one.Item == item ? failure : OutboxState.Failed), abandon)));

        // A disk that takes nothing keeps nobody waiting for what is out.
        await noted.WaitAsync(s_notePatience, parts.Time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (one, result) in ends)
        {
            one.End = result;
            waiters.Complete(one.Id, result);
        }

        await noted.ConfigureAwait(false);
        queue.Forget(ends.Select(static one => one.Item));
    }

    private static OutboxMark MarkOf(PartResult end, OutboxState failure) => end.Fault is not { } fault
        ? new OutboxMark(OutboxState.Sent, end.MessageId)
        : new OutboxMark(failure, Error: failure == OutboxState.Failed ? SendFaultText.Write(fault) : null);
}
