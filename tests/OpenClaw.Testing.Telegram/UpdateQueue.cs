using System.Text.Json.Nodes;

namespace OpenClaw.Testing.Telegram;

/// <summary>Updates that wait to be fetched, with the rules of getUpdates: an offset confirms all below it, and only one caller polls.</summary>
internal sealed class UpdateQueue
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, JsonObject> _updates = [];
    private TaskCompletionSource _pushed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _poller;
    private long _nextId = 1000;

    public int Count
    {
        get
        {
            lock (_gate)
                return _updates.Count;
        }
    }

    /// <summary>Adds an update; one without id gets the next.</summary>
    public long Push(JsonObject update)
    {
        lock (_gate)
        {
            var id = update["update_id"]?.GetValue<long>() ?? _nextId;
            _nextId = id + 1;
            update["update_id"] = id;
            _updates[id] = update;
            _pushed.TrySetResult();
            return id;
        }
    }

    /// <summary>All that wait.</summary>
    public IReadOnlyList<JsonObject> Waiting()
    {
        lock (_gate)
            return [.. _updates.Values.Select(static u => (JsonObject)u.DeepClone())];
    }

    /// <summary>Ends the poll that waits.</summary>
    public void Interrupt()
    {
        lock (_gate)
            _poller?.Cancel();
    }

    public void Remove(long id)
    {
        lock (_gate)
            _updates.Remove(id);
    }

    /// <summary>Null when a later caller took over.</summary>
    public async Task<IReadOnlyList<JsonObject>?> PollAsync(long offset, int limit, TimeSpan timeout, IReadOnlyList<string>? allowed, CancellationToken aborted)
    {
        using var mine = new CancellationTokenSource();
        lock (_gate)
        {
            _poller?.Cancel();
            _poller = mine;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(mine.Token, aborted);
        deadline.CancelAfter(timeout);
        try
        {
            while (true)
            {
                Task pushed;
                lock (_gate)
                {
                    if (mine.IsCancellationRequested)
                        return null;
                    var ready = Take(offset, limit, allowed);
                    if (ready.Count > 0 || timeout <= TimeSpan.Zero || deadline.IsCancellationRequested)
                        return ready;
                    if (_pushed.Task.IsCompleted)
                        _pushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    pushed = _pushed.Task;
                }

                await pushed.WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                aborted.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            lock (_gate)
            {
                if (_poller == mine)
                    _poller = null;
            }
        }
    }

    // A negative offset counts from the end, as in the Bot API.
    private List<JsonObject> Take(long offset, int limit, IReadOnlyList<string>? allowed)
    {
        var from = offset < 0 ? _updates.Keys.ElementAtOrDefault(Math.Max(0, _updates.Count + (int)offset)) : offset;
        foreach (var confirmed in _updates.Keys.Where(id => id < from).ToList())
            _updates.Remove(confirmed);
        foreach (var (id, update) in _updates.Where(u => allowed is { Count: > 0 } && !allowed.Any(u.Value.ContainsKey)).ToList())
            _updates.Remove(id);
        return [.. _updates.Values.Take(limit).Select(static u => (JsonObject)u.DeepClone())];
    }
}
