using System.Text.Json.Nodes;

namespace OpenClaw.Testing.Telegram;

/// <summary>Calls in order, and those who wait for one.</summary>
internal sealed class CallLog
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private readonly Lock _gate = new();
    private readonly List<BotApiCall> _calls = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<BotApiCall> All
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    public void Add(BotApiCall call)
    {
        lock (_gate)
            _calls.Add(call);
        Tell();
    }

    public void Answered(BotApiCall call, JsonObject answer)
    {
        lock (_gate)
            call.Answer = answer;
        Tell();
    }

    public async Task<BotApiCall> WaitForAsync(Func<BotApiCall, bool> match, int count, TimeSpan? timeout)
    {
        using var deadline = new CancellationTokenSource(timeout ?? s_patience);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_calls.Where(match).ElementAtOrDefault(count - 1) is { } found)
                    return found;
                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"no such call; there were: {string.Join(", ", All.GroupBy(c => c.Method).Select(g => $"{g.Key} ×{g.Count()}"))}");
            }
        }
    }

    private void Tell()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }
}
