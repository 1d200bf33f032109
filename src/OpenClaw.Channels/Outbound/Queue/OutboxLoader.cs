using System.Threading.Channels;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>
/// Brings entries that others queued from the journal into the queue, in order. Only so many at a time: the rest stays in the journal until
/// there is room.
/// </summary>
/// <param name="parts">Journal, clock and log.</param>
/// <param name="queue">Where they go.</param>
/// <param name="giveUp">Ends a part whose message has failed already.</param>
internal sealed class OutboxLoader(OutboxParts parts, OutboxQueue queue, Func<OutboxItem, Task> giveUp)
{
    private const int MostWoken = 4096;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly Channel<long> _woken = Channel.CreateBounded<long>(new BoundedChannelOptions(MostWoken) { SingleReader = true });
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _readAll = true;

    /// <summary>Completes when what an earlier process left is here.</summary>
    public Task Loaded => _loaded.Task;

    /// <summary>True while entries wait in the journal only: what is new must wait behind them.</summary>
    public bool IsBehind => _readAll;

    /// <summary>An entry is to be brought in.</summary>
    public void Wake(long id)
    {
        // Whoever is woken reads everything when single ones were too many to note.
        if (!_woken.Writer.TryWrite(id))
            _readAll = true;
    }

    /// <summary>Something ended; there may be room for what is left in the journal.</summary>
    public void MakeRoom()
    {
        if (_readAll && queue.Count <= parts.MostWaiting / 2)
            _woken.Writer.TryWrite(0);
    }

    /// <summary>Brings in what an earlier process left, then what is woken, until stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await LoadAsync([], stop).ConfigureAwait(false);
            if (queue.Count is > 0 and var count)
                OutboxLog.Resumed(parts.Logger, count);
            _loaded.TrySetResult();
            while (await _woken.Reader.WaitToReadAsync(stop).ConfigureAwait(false))
            {
                var ids = new List<long>();
                while (_woken.Reader.TryRead(out var id))
                    ids.Add(id);
                await LoadAsync(ids, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // What is left stays in the journal.
        }
    }

    private async Task LoadAsync(List<long> ids, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                if (_readAll || queue.Count + ids.Count > parts.MostWaiting)
                    await ReadAllAsync(stop).ConfigureAwait(false);
                else
                    await ReadAsync(ids, stop).ConfigureAwait(false);
                return;
            }
            catch (IOException problem)
            {
                OutboxLog.NotRead(parts.Logger, problem.Message);
                await Task.Delay(s_pause, parts.Time, stop).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadAllAsync(CancellationToken stop)
    {
        _readAll = true;
        if (queue.Count > parts.MostWaiting / 2)
            return;
        queue.BeginRead();
        IReadOnlyList<OutboxEntry> entries;
        try
        {
            // Set first: what is woken while this is read is either in what is read or read after it.
            _readAll = false;
            entries = await parts.Journal.PendingAsync(stop).ConfigureAwait(false);
        }
        catch
        {
            _readAll = true;
            throw;
        }

        if (await AddAsync(entries, stop).ConfigureAwait(false))
            return;
        _readAll = true;
        OutboxLog.Full(parts.Logger, queue.Count);
    }

    private async Task ReadAsync(List<long> ids, CancellationToken stop)
    {
        queue.BeginRead();
        var entries = new List<OutboxEntry>(ids.Count);
        foreach (var id in ids.Where(static id => id > 0).Distinct().Order())
        {
            if (await parts.Journal.FindAsync(id, stop).ConfigureAwait(false) is { State: OutboxState.Waiting or OutboxState.Sending } entry)
                entries.Add(entry);
        }

        if (!await AddAsync(entries, stop).ConfigureAwait(false))
            _readAll = true;
    }

    // A message whose first part failed just before the process ended goes no further.
    private async Task<bool> AddAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken stop)
    {
        var keys = entries.Select(static entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var items = new List<OutboxItem>(entries.Count);
        foreach (var item in entries.Select(entry => new OutboxItem(entry, parts.Time)))
        {
            if (item.Number == 1 || keys.Contains(OutboxKeys.Part(item.MessageKey, item.Number - 1)) || !await HasFailedAsync(item, stop).ConfigureAwait(false))
                items.Add(item);
            else
                await giveUp(item).ConfigureAwait(false);
        }

        return queue.AddRead(items, parts.MostWaiting);
    }

    private async Task<bool> HasFailedAsync(OutboxItem item, CancellationToken stop) =>
        (await parts.Journal.FindByKeyAsync(item.MessageKey, stop).ConfigureAwait(false))
            .Any(entry => entry.State is OutboxState.Failed or OutboxState.Dropped && OutboxKeys.Split(entry.Key).Number < item.Number);
}
