using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.ControlPlane.Presence;

/// <summary>
/// Tells everybody entitled that the presence list changed. With few clients each change is told at once; with many, changes that come
/// close together are told as one, because a thousand clients arriving would otherwise be a million messages.
/// </summary>
internal sealed class PresencePublisher : IDisposable
{
    private const int Few = 50;
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private readonly PresenceBoard _board;
    private readonly StateVersions _versions;
    private readonly Broadcaster _broadcaster;
    private readonly TimeProvider _time;
    private readonly ITimer _later;
    private readonly Lock _gate = new();
    private long? _lastAt;
    private bool _waiting;

    public PresencePublisher(PresenceBoard board, StateVersions versions, Broadcaster broadcaster, TimeProvider time)
    {
        _board = board;
        _versions = versions;
        _broadcaster = broadcaster;
        _time = time;
        _later = time.CreateTimer(static self => ((PresencePublisher)self!).Late(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <param name="version">The counters after the change.</param>
    public void Publish(StateVersion version)
    {
        lock (_gate)
        {
            if (_waiting)
                return;
            // One millisecond per client keeps the messages per second the same however many there are.
            var pause = _broadcaster.Count < Few ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(_broadcaster.Count, s_longestPause.TotalMilliseconds));
            if (_lastAt is { } last && _time.GetElapsedTime(last) is var passed && passed < pause)
            {
                _waiting = true;
                _later.Change(pause - passed, Timeout.InfiniteTimeSpan);
                return;
            }
            _lastAt = _time.GetTimestamp();
        }
        Send(version);
    }

    /// <inheritdoc/>
    public void Dispose() => _later.Dispose();

    private void Late()
    {
        lock (_gate)
        {
            _waiting = false;
            _lastAt = _time.GetTimestamp();
        }
        Send(_versions.Current);
    }

    private void Send(StateVersion version) =>
        _broadcaster.Publish(ProtocolEvents.Presence, new PresenceEvent { Presence = _board.List() }, version);
}
