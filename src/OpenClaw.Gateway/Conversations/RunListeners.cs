using System.Collections.Concurrent;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Gateway.Conversations;

/// <summary>Passes what runs do to everybody, and what one run does to those who listen to just that run.</summary>
internal sealed class RunListeners(IRunObserver everybody) : IRunObserver
{
    private readonly ConcurrentDictionary<string, IRunObserver> _byRun = new(StringComparer.Ordinal);

    /// <summary>Listens to a run that has been reserved and not begun. The listener must be removed when it no longer listens.</summary>
    public void Add(string runId, IRunObserver listener) => _byRun[runId] = listener;

    /// <summary>Stops listening.</summary>
    public void Remove(string runId) => _byRun.TryRemove(runId, out _);

    /// <inheritdoc/>
    public void OnEvent(RunEvent happened)
    {
        everybody.OnEvent(happened);
        if (_byRun.TryGetValue(happened.RunId, out var listener))
            listener.OnEvent(happened);
    }
}
