namespace OpenClaw.Agents.Replies;

/// <summary>
/// Keeps the sign of typing alive while one answer is written (spec 08 §17): shown at the moment the mode says, repeated, and ended when
/// the reply is done or nothing has happened for two minutes. Once ended it never comes back.
/// </summary>
public sealed class TypingController : IAsyncDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly ITypingTarget _target;
    private readonly TypingMode _mode;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private DateTimeOffset _lastSign;
    private Task _loop = Task.CompletedTask;
    private bool _started;

    /// <summary>Nothing is shown yet.</summary>
    public TypingController(ITypingTarget target, TypingMode mode, TimeSpan interval, TimeProvider time)
    {
        (_target, _mode, _time) = (target, mode, time);
        _interval = interval > TimeSpan.Zero ? interval : TimeSpan.FromSeconds(6);
    }

    /// <summary>The message was accepted.</summary>
    public void Accepted() => Sign(_mode == TypingMode.Instant);

    /// <summary>The model thinks or uses a tool.</summary>
    public void Working() => Sign(_mode is TypingMode.Instant or TypingMode.Thinking);

    /// <summary>There is text that people will see.</summary>
    public void Writing() => Sign(_mode != TypingMode.Never);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Sign(bool starts)
    {
        lock (_gate)
        {
            _lastSign = _time.GetUtcNow();
            if (!starts || _started || _stop.IsCancellationRequested)
                return;
            _started = true;
            _loop = ShowAsync(_stop.Token);
        }
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && !IsForgotten())
        {
            await _target.ShowAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(_interval, _time, ct).ConfigureAwait(false);
        }
    }

    private bool IsForgotten()
    {
        lock (_gate)
            return _time.GetUtcNow() - _lastSign >= s_longest;
    }
}
