using OpenClaw.Channels.Inbound;

namespace OpenClaw.Channels.Tests.Telegram.Support;

/// <summary>A journal in memory: it keeps what comes, once per key, unless a test holds or refuses it.</summary>
internal sealed class RecordingIntake : IInboundIntake
{
    private readonly Lock _gate = new();
    private readonly List<InboundEvent> _events = [];

    /// <summary>Everything that was kept, in order, each key once.</summary>
    public IReadOnlyList<InboundEvent> Events
    {
        get
        {
            lock (_gate)
                return [.. _events];
        }
    }

    /// <summary>What is answered for an event; by itself: kept at once.</summary>
    public Func<InboundEvent, Task<bool>> Answer { get; set; } = static _ => Task.FromResult(true);

    /// <summary>How often something was offered.</summary>
    public int Offers { get; private set; }

    public async Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken ct)
    {
        lock (_gate)
            Offers++;
        if (!await Answer(inbound).WaitAsync(ct))
            return false;
        lock (_gate)
        {
            if (_events.All(e => e.Key != inbound.Key))
                _events.Add(inbound);
            return true;
        }
    }
}
