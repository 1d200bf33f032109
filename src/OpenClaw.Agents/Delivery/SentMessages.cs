using OpenClaw.Agents.Replies;

namespace OpenClaw.Agents.Delivery;

/// <summary>
/// What the message tool has sent, by run: whoever delivers the final answer of the run asks here whether it says the same again
/// (spec 08 §17). The latest runs are remembered. Safe from any thread.
/// </summary>
public sealed class SentMessages
{
    private const int MaxRuns = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DuplicateGuard> _runs = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>A run has sent this.</summary>
    public void Sent(string runId, DeliveryTarget target, string text)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(runId, out var guard))
            {
                _runs[runId] = guard = new DuplicateGuard();
                _order.Enqueue(runId);
                if (_order.Count > MaxRuns)
                    _runs.Remove(_order.Dequeue());
            }

            guard.Sent(target, text);
        }
    }

    /// <summary>True when the run has already sent the same to the same place.</summary>
    public bool IsDuplicate(string runId, DeliveryTarget target, string text)
    {
        lock (_gate)
            return _runs.TryGetValue(runId, out var guard) && guard.IsDuplicate(target, text);
    }
}
