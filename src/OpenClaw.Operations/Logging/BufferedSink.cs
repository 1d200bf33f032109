using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>
/// Puts a bounded queue and one writer loop in front of a sink, so that a full disk or a stopped terminal never holds up the
/// caller. Over the bound the newest lines are dropped, and the next line that fits is preceded by one that says how many.
/// </summary>
internal sealed class BufferedSink : IAsyncDisposable
{
    // About a second of the busiest verbose logging measured on the original; a few MB of strings at most.
    private const int Capacity = 8192;

    private static readonly TimeSpan s_drainDeadline = TimeSpan.FromSeconds(2);

    private readonly Channel<LogEntry> _queue = Channel.CreateBounded<LogEntry>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly ILogSink _sink;
    private readonly Task _loop;
    private long _dropped;

    public BufferedSink(ILogSink sink)
    {
        _sink = sink;
        _loop = Task.Run(PumpAsync);
    }

    public void Add(in LogEntry entry)
    {
        if (!_queue.Writer.TryWrite(entry))
            Interlocked.Increment(ref _dropped);
    }

    /// <summary>Writes what is queued, for at most two seconds, then lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await Task.WhenAny(_loop, Task.Delay(s_drainDeadline)).ConfigureAwait(false);
        if (_loop.IsCompleted)
            (_sink as IDisposable)?.Dispose();
    }

    private async Task PumpAsync()
    {
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_queue.Reader.TryRead(out var entry))
            {
                if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var lost)
                    _sink.Write(entry with { Level = LogLevel.Warning, Subsystem = "logging", Message = $"{lost} log lines dropped: writer too slow", Error = null });
                _sink.Write(entry);
            }
            _sink.Flush();
        }
    }
}
