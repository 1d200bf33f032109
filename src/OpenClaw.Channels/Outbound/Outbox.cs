using OpenClaw.Channels.Outbound.Queue;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound;

/// <summary>
/// The outbox over the journal. A send that was under way when a process ended is repeated at the next start: on a platform that knows
/// sends by name (<see cref="Contract.ChannelCapabilities.IdempotentSends"/>) it cannot arrive twice, on others it may, which is counted.
/// Losing it would be worse: nobody would know.
/// </summary>
public sealed class Outbox : IOutbox, IAsyncDisposable
{
    private static readonly TimeSpan s_lastWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pauseAfterFault = TimeSpan.FromSeconds(30);

    private readonly OutboxParts _parts;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly OutboxWaiters _waiters = new();
    private readonly OutboxTally _tally = new();
    private readonly SendSlots _slots;
    private readonly PartSender _sender;
    private readonly PartEnds _ends;
    private readonly OutboxQueue _queue;
    private readonly OutboxLoader _loader;
    private readonly AskedSends _asked;
    private Task _loading = Task.CompletedTask;

    /// <summary>Makes it; nothing is sent before <see cref="Start"/>.</summary>
    public Outbox(OutboxParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _slots = new SendSlots(parts.Accounts);
        var marks = new SendMarks(parts.Journal, parts.Time, parts.Logger);
        _sender = new PartSender(parts, _slots, marks, _tally, _stop.Token, _abandon.Token);
        _queue = new OutboxQueue(RunLaneAsync);
        _ends = new PartEnds(parts, _queue, _waiters, marks, _tally, _abandon.Token);
        _loader = new OutboxLoader(parts, _queue, item => _ends.EndAsync(item, PartResult.Failed(KnownSends.EarlierPart)));
        _asked = new AskedSends(parts, _queue, _loader, ids => CompletionAsync(ids, CancellationToken.None), ExpireAsync, _stop.Token);
    }

    /// <inheritdoc/>
    public OutboxCounts Counts => _tally.Read(_queue.Count, _slots.InUse);

    /// <summary>Begins to send, first of all what an earlier process left.</summary>
    public void Start() => _loading = Task.Run(() => _loader.RunAsync(_stop.Token));

    /// <inheritdoc/>
    public (IReadOnlyList<NewOutboxEntry> Entries, SendFault? Problem) Prepare(OutboundMessage message, string key, TimeSpan lifetime)
    {
        var plan = SendPlan.Of(_parts, message, OutboxKeys.Of(key), lifetime);
        return (plan.Entries, plan.Problem);
    }

    /// <inheritdoc/>
    public void Wake(IReadOnlyList<long> outboxIds)
    {
        ArgumentNullException.ThrowIfNull(outboxIds);
        foreach (var id in outboxIds)
            _loader.Wake(id);
    }

    /// <inheritdoc/>
    public Task<PartResult> SendAsync(OutboundMessage message, string key, SendOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(options);
        return _stop.IsCancellationRequested
            ? Task.FromResult(PartResult.Failed(AskedSends.Stopping))
            : _asked.SendAsync(message, OutboxKeys.Of(key), options, ct);
    }

    /// <inheritdoc/>
    public async Task<PartResult> CompletionAsync(IReadOnlyList<long> outboxIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(outboxIds);
        var last = new PartResult(null);
        foreach (var id in outboxIds)
        {
            last = await EndOfAsync(id).WaitAsync(ct).ConfigureAwait(false);
            if (!last.Ok)
                return last;
        }

        return last;
    }

    /// <inheritdoc/>
    public async Task<bool> DropAsync(long outboxId, CancellationToken ct)
    {
        var dropped = PartResult.Failed(KnownSends.Dropped);
        if (_queue.Find(outboxId) is { } item)
        {
            if (!item.TryWithdraw(dropped))
                return false;
            await EndAsync(item, dropped, OutboxState.Dropped).ConfigureAwait(false);
            return true;
        }

        // Not here while the journal holds more than fits: what is only there is not being sent.
        if (!_loader.IsBehind || await _parts.Journal.FindAsync(outboxId, ct).ConfigureAwait(false) is not { State: OutboxState.Waiting })
            return false;
        await _parts.Journal.MarkAsync(outboxId, new OutboxMark(OutboxState.Dropped), ct).ConfigureAwait(false);
        _waiters.Complete(outboxId, dropped);
        return true;
    }

    /// <summary>Lets sends that are under way end, for a bounded time. What is not sent stays in the journal for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        Task runners = Task.WhenAll([_loading, .. _queue.Runners()]);
        await runners.WaitAsync(_parts.DrainTime, _parts.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _abandon.CancelAsync().ConfigureAwait(false);
        await runners.WaitAsync(s_lastWait, _parts.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _waiters.CompleteAll(PartResult.Failed(AskedSends.Stopping));
        if (_queue.Count is > 0 and var count)
            OutboxLog.Stopped(_parts.Logger, count);
        _slots.Dispose();
        if (!runners.IsCompleted)
            return;
        _stop.Dispose();
        _abandon.Dispose();
    }

    private async Task<PartResult> EndOfAsync(long id)
    {
        // Asked for before the journal is: whatever ends from now on is told here.
        var end = _waiters.Of(id);
        if (_queue.Find(id) is { } item)
        {
            if (item.End is { } ended)
                _waiters.Complete(id, ended);
            return await end.ConfigureAwait(false);
        }

        if (await _parts.Journal.FindAsync(id, _stop.Token).ConfigureAwait(false) is not { } entry)
            _waiters.Complete(id, PartResult.Failed(new SendFault(SendFaultKind.Refused, "the journal has no such entry")));
        else if (entry.State is OutboxState.Waiting or OutboxState.Sending)
            _loader.Wake(id);
        else
            _waiters.Complete(id, KnownSends.EndOf([entry]));
        return await end.ConfigureAwait(false);
    }

    private async Task RunLaneAsync(OutboxLane lane)
    {
        while (!_stop.IsCancellationRequested && _queue.Next(lane) is { } item)
        {
            try
            {
                if (await _sender.DeliverAsync(item).ConfigureAwait(false) is { } end)
                    await EndAsync(item, end).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                // A mistake of ours: the chat waits instead of being lost.
                OutboxLog.SendThrew(_parts.Logger, fault, item.Channel, item.AccountId, item.Id);
                item.Hold(s_pauseAfterFault, _parts.Time);
            }
        }
    }

    private async Task ExpireAsync(OutboxItem item)
    {
        var expired = PartResult.Failed(PartSender.Expired(item));
        if (item.TryWithdraw(expired))
            await EndAsync(item, expired).ConfigureAwait(false);
    }

    private async Task EndAsync(OutboxItem item, PartResult end, OutboxState failure = OutboxState.Failed)
    {
        await _ends.EndAsync(item, end, failure).ConfigureAwait(false);
        _loader.MakeRoom();
    }
}
