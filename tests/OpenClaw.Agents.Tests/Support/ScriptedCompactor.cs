using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>A compactor that does what the test says instead of asking a model.</summary>
internal sealed class ScriptedCompactor(Func<CompactionOrder, CancellationToken, Task<string?>> work, long dueAbove = long.MaxValue) : ICompactor
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsDue(long promptTokens, long contextTokens) => promptTokens > dueAbove;

    public async Task<string?> CompactAsync(CompactionOrder order, CancellationToken ct)
    {
        Entered.TrySetResult();
        return await work(order, ct);
    }
}
