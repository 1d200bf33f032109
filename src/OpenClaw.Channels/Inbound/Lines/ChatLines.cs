
namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>The lines of all chats that have something to do. Everything here is called under the intake's lock, except where a line ends.</summary>
internal sealed class ChatLines(Lock gate, InboundPipeline pipeline, IntakeParts parts, Action changed, CancellationToken stop)
{
    private readonly Dictionary<(string Channel, string AccountId, string ChatId), Open> _open = [];
    private readonly Persistence _retry = new(parts.Time, parts.Logger);

    /// <summary>Events in lines.</summary>
    public int Events { get; private set; }

    /// <summary>Puts an event behind the others of its chat.</summary>
    public void Post(InboundEvent inbound, Task<InboundRow?> row)
    {
        var key = (inbound.Channel, inbound.AccountId, inbound.ChatId);
        Events++;
        if (_open.TryGetValue(key, out var open))
        {
            open.Events++;
            open.Waiting.Enqueue(row);
            open.Line!.Signal();
            return;
        }

        _open[key] = open = new Open { Events = 1 };
        open.Waiting.Enqueue(row);
        open.Line = new ChatLine(pipeline, () => Next(open), _retry, () => Left(open), parts.Time);
        open.Work = RunAsync(key, open);
    }

    /// <summary>Completes when all lines have ended.</summary>
    public Task Ended() => Task.WhenAll(_open.Values.Select(static open => open.Work));

    private Task<InboundRow?>? Next(Open open)
    {
        lock (gate)
            return open.Waiting.TryDequeue(out var row) ? row : null;
    }

    /// <summary>An event needs nothing more.</summary>
    private void Left(Open open)
    {
        lock (gate)
        {
            open.Events--;
            Events--;
            changed();
        }
    }

    private async Task RunAsync((string, string, string) key, Open open)
    {
        // The caller holds the lock.
        await Task.Yield();
        try
        {
            while (true)
            {
                await open.Line!.RunAsync(stop).ConfigureAwait(false);
                lock (gate)
                {
                    if (open.Waiting.Count > 0)
                        continue;
                    _open.Remove(key);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is left is in the journal.
        }
        catch (Exception fault)
        {
            // A line that is broken must not keep its chat closed: the next event gets a new one.
            InboundLog.LineBroke(parts.Logger, fault);
            lock (gate)
            {
                _open.Remove(key);
                Events -= open.Events;
                changed();
            }
        }
    }

    private sealed class Open
    {
        public int Events { get; set; }

        public Queue<Task<InboundRow?>> Waiting { get; } = new();

        public ChatLine? Line { get; set; }

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
