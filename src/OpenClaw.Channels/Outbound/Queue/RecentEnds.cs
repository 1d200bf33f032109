namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Full results of the latest messages, so that a repeated request gets what the first one got; the journal keeps less of it for longer.</summary>
internal sealed class RecentEnds
{
    private const int Most = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PartResult> _ends = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public PartResult? Find(string messageKey)
    {
        lock (_gate)
            return _ends.GetValueOrDefault(messageKey);
    }

    public void Add(string messageKey, PartResult end)
    {
        lock (_gate)
        {
            if (_ends.TryAdd(messageKey, end))
                _order.Enqueue(messageKey);
            if (_order.Count > Most)
                _ends.Remove(_order.Dequeue());
        }
    }
}
