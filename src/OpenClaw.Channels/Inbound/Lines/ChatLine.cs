using OpenClaw.Channels.Inbound.Assembly;

namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>
/// The events of one chat, one after another in the order in which they were accepted. It exists while there is something to do. What
/// fails is tried again with growing pauses; what fails for no outward reason is set aside, so that it does not stop the chat: its entry
/// stays in the journal, and the next start takes it up.
/// </summary>
/// <param name="pipeline">What happens to an event.</param>
/// <param name="next">The next event of the chat; null: there is none now. Its task yields null when the event needs nothing.</param>
/// <param name="retry">Tries again what fails.</param>
/// <param name="left">Called for every event that needs nothing more here.</param>
/// <param name="time">Clock.</param>
internal sealed class ChatLine(InboundPipeline pipeline, Func<Task<InboundRow?>?> next, Persistence retry, Action left, TimeProvider time)
{
    private readonly LinkedList<AdmittedRow> _ahead = [];
    private TaskCompletionSource _arrived = NewSignal();

    /// <summary>Another event is there.</summary>
    public void Signal() => Volatile.Read(ref _arrived).TrySetResult();

    /// <summary>Works until there is nothing more to do.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (await FirstAsync(stop).ConfigureAwait(false) is { } first)
        {
            var parts = new List<AdmittedRow> { first };
            await CompleteAsync(parts, stop).ConfigureAwait(false);
            var batch = new InboundBatch(parts, PartRules.Join(parts));
            await retry.RunAsync(batch.Ids[0], () => pipeline.ProcessAsync(batch, stop), stop).ConfigureAwait(false);
            foreach (var _ in parts)
                left();
        }
    }

    private async Task<AdmittedRow?> FirstAsync(CancellationToken stop)
    {
        if (_ahead.First is { } waiting)
        {
            _ahead.RemoveFirst();
            return waiting.Value;
        }

        while (next() is { } arriving)
        {
            if (await AdmitAsync(arriving, stop).ConfigureAwait(false) is { } admitted)
                return admitted;
        }

        return null;
    }

    /// <summary>Waits for the other parts of an album or a paste. What comes in between stands behind it.</summary>
    private async Task CompleteAsync(List<AdmittedRow> parts, CancellationToken stop)
    {
        for (var node = _ahead.First; node is not null;)
        {
            if (Wait(parts) is null)
                return;
            var (row, following) = (node.Value, node.Next);
            if (PartRules.Continues(parts, row))
            {
                parts.Add(row);
                _ahead.Remove(node);
            }
            else if (PartRules.Ends(parts, row))
            {
                return;
            }

            node = following;
        }

        while (Wait(parts) is { } quiet && await ArrivingAsync(quiet, stop).ConfigureAwait(false) is { } arriving)
        {
            if (await AdmitAsync(arriving, stop).ConfigureAwait(false) is not { } row)
                continue;
            if (PartRules.Continues(parts, row))
            {
                parts.Add(row);
                continue;
            }

            _ahead.AddLast(row);
            if (PartRules.Ends(parts, row))
                return;
        }
    }

    private TimeSpan? Wait(List<AdmittedRow> parts) => PartRules.Wait(parts, pipeline.PasteSplitAt(parts[0].Event.Channel));

    /// <summary>The next event; null when none came in that time.</summary>
    private async Task<Task<InboundRow?>?> ArrivingAsync(TimeSpan quiet, CancellationToken stop)
    {
        var signal = NewSignal();
        Volatile.Write(ref _arrived, signal);
        if (next() is { } there)
            return there;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(signal.Task, Task.Delay(quiet, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        return next();
    }

    private async Task<AdmittedRow?> AdmitAsync(Task<InboundRow?> arriving, CancellationToken stop)
    {
        AdmittedRow? admitted = null;
        if (await arriving.ConfigureAwait(false) is { } row)
            await retry.RunAsync(row.Id, async () => admitted = await pipeline.AdmitAsync(row, stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        if (admitted is null)
            left();
        return admitted;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
