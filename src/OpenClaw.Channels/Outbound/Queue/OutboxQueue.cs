namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Everything that waits, by chat. Each chat with something to send has one runner. Safe from any thread.</summary>
/// <param name="run">Sends what is in a lane until <see cref="Next"/> has nothing more.</param>
internal sealed class OutboxQueue(Func<OutboxLane, Task> run)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, string, string), OutboxLane> _lanes = [];
    private readonly Dictionary<long, OutboxItem> _items = [];
    private HashSet<long>? _ended;

    public int Count
    {
        get
        {
            lock (_gate)
                return _items.Count;
        }
    }

    /// <summary>
    /// Before the journal is read: what ends from here until <see cref="AddRead"/> is not taken from what was read, which may be older.
    /// </summary>
    public void BeginRead()
    {
        lock (_gate)
            _ended = [];
    }

    /// <summary>Adds what was read since <see cref="BeginRead"/>, up to a number of waiting items. False: there was more.</summary>
    public bool AddRead(IEnumerable<OutboxItem> items, int most)
    {
        lock (_gate)
        {
            var ended = _ended ?? [];
            _ended = null;
            foreach (var item in items.Where(item => !ended.Contains(item.Id) && !_items.ContainsKey(item.Id)))
            {
                if (_items.Count >= most)
                    return false;
                AddLocked(item);
            }

            return true;
        }
    }

    /// <summary>Adds what was just queued.</summary>
    public void Add(IEnumerable<OutboxItem> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                if (!_items.ContainsKey(item.Id))
                    AddLocked(item);
            }
        }
    }

    public OutboxItem? Find(long id)
    {
        lock (_gate)
            return _items.GetValueOrDefault(id);
    }

    /// <summary>What is next in a lane. Null: nothing; the lane is gone and its runner must end.</summary>
    public OutboxItem? Next(OutboxLane lane)
    {
        lock (_gate)
        {
            if (lane.Items.First is { } first)
                return first.Value;
            _lanes.Remove(lane.Key);
            return null;
        }
    }

    /// <summary>What follows an item in its message.</summary>
    public IReadOnlyList<OutboxItem> RestOf(OutboxItem item)
    {
        lock (_gate)
        {
            return _lanes.TryGetValue(KeyOf(item), out var lane)
                ? [.. lane.Items.Where(other => other.MessageKey == item.MessageKey && other.Number > item.Number)]
                : [];
        }
    }

    /// <summary>Takes items out of their lanes: those behind them are next. They are still known.</summary>
    public void TakeOut(IEnumerable<OutboxItem> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                if (_lanes.TryGetValue(KeyOf(item), out var lane))
                    lane.Items.Remove(item);
            }
        }
    }

    /// <summary>Forgets items whose end is noted.</summary>
    public void Forget(IEnumerable<OutboxItem> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                _items.Remove(item.Id);
                _ended?.Add(item.Id);
            }
        }
    }

    /// <summary>The runners of all lanes.</summary>
    public IReadOnlyList<Task> Runners()
    {
        lock (_gate)
            return [.. _lanes.Values.Select(static lane => lane.Runner)];
    }

    private static (string, string, string) KeyOf(OutboxItem item) => (item.Channel, item.AccountId, item.ChatId);

    private void AddLocked(OutboxItem item)
    {
        _items[item.Id] = item;
        var key = KeyOf(item);
        if (_lanes.TryGetValue(key, out var lane))
        {
            lane.Insert(item);
            return;
        }

        _lanes[key] = lane = new OutboxLane(key);
        lane.Insert(item);
        lane.Runner = Task.Run(() => run(lane));
    }
}
