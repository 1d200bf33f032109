using System.Collections.Concurrent;

namespace OpenClaw.Channels.Outbound.Queue;

/// <summary>Who waits for the end of which entry.</summary>
internal sealed class OutboxWaiters
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<PartResult>> _waiting = new();

    /// <summary>Completes with the end of an entry that has none yet.</summary>
    public Task<PartResult> Of(long id) =>
        _waiting.GetOrAdd(id, static _ => new TaskCompletionSource<PartResult>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Complete(long id, PartResult end)
    {
        if (_waiting.TryRemove(id, out var waiter))
            waiter.TrySetResult(end);
    }

    public void CompleteAll(PartResult end)
    {
        foreach (var id in _waiting.Keys)
            Complete(id, end);
    }
}
