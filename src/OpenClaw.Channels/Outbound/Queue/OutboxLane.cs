namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>What waits for one chat of one account, in the order of the journal. Guarded by its <see cref="OutboxQueue"/>.</summary>
internal sealed class OutboxLane((string Channel, string AccountId, string ChatId) key)
{
    public (string Channel, string AccountId, string ChatId) Key { get; } = key;

    public LinkedList<OutboxItem> Items { get; } = [];

    /// <summary>Sends them.</summary>
    public Task Runner { get; set; } = Task.CompletedTask;

    public void Insert(OutboxItem item)
    {
        // Nearly always the last one.
        var before = Items.Last;
        while (before is not null && before.Value.Id > item.Id)
            before = before.Previous;
        if (before is null)
            Items.AddFirst(item);
        else
            Items.AddAfter(before, item);
    }
}
