namespace OpenClaw.Agents.Lanes;

/// <summary>
/// Named waiting lines (spec 08 §7.3): at most so many at once inside, the rest in order of arrival. Lanes exist only while somebody
/// is in them.
/// </summary>
public sealed class LaneScheduler
{
    /// <summary>Longest line of one lane; a caller that would have to stand behind it is turned away.</summary>
    public const int MaxWaiting = 1000;

    /// <summary>All lines together.</summary>
    public const int MaxWaitingInAll = 2000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private int _waiting;

    /// <summary>Entries now waiting in all lanes.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting;
        }
    }

    /// <summary>
    /// Waits for a place. Null: the line is full, nothing was queued. Cancelling while waiting gives the place in the line up.
    /// </summary>
    /// <param name="name">The lane, e.g. <c>main</c> or <c>session:&lt;key&gt;</c>.</param>
    /// <param name="capacity">How many may be inside now; it may differ from call to call, since the configuration may change.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<LaneLease?> EnterAsync(string name, int capacity, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> ticket;
        Lane lane;
        lock (_gate)
        {
            if (!_lanes.TryGetValue(name, out lane!))
                _lanes[name] = lane = new Lane();
            lane.Capacity = Math.Max(1, capacity);
            if (lane.Line.Count == 0 && lane.Inside < lane.Capacity)
            {
                lane.Inside++;
                return new LaneLease(this, name);
            }

            if (lane.Line.Count >= MaxWaiting || _waiting >= MaxWaitingInAll)
                return null;
            ticket = lane.Line.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiting++;
        }

        var registration = ct.Register(() => GiveUp(lane, ticket, ct));
        await using (registration.ConfigureAwait(false))
            await ticket.Value.Task.ConfigureAwait(false);
        return new LaneLease(this, name);
    }

    /// <summary>True when somebody is inside the lane or waits for it.</summary>
    public bool IsBusy(string name)
    {
        lock (_gate)
            return _lanes.ContainsKey(name);
    }

    internal void Leave(string name)
    {
        lock (_gate)
        {
            var lane = _lanes[name];
            lane.Inside--;
            while (lane.Inside < lane.Capacity && lane.Line.First is { } next)
            {
                lane.Line.RemoveFirst();
                _waiting--;
                if (next.Value.TrySetResult())
                    lane.Inside++;
            }

            if (lane.Inside == 0 && lane.Line.Count == 0)
                _lanes.Remove(name);
        }
    }

    private void GiveUp(Lane lane, LinkedListNode<TaskCompletionSource> ticket, CancellationToken ct)
    {
        lock (_gate)
        {
            if (ticket.List is null)
                return;
            lane.Line.Remove(ticket);
            _waiting--;
            ticket.Value.TrySetCanceled(ct);
        }
    }

    private sealed class Lane
    {
        public LinkedList<TaskCompletionSource> Line { get; } = new();

        public int Inside { get; set; }

        public int Capacity { get; set; } = 1;
    }
}
