using System.Collections.Concurrent;
using OpenClaw.Gateway.ControlPlane.Sockets;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// Sends events to the connections that may see them. An event is serialised once. All connections see broadcasts in the same
/// order. Never waits for a client: a slow one loses droppable events and is closed at the first other one (spec 01 §12).
/// </summary>
/// <remarks>
/// Callers hold no lock of their own while they publish. Every method is safe from any thread.
/// </remarks>
public sealed class Broadcaster
{
    private readonly ConcurrentDictionary<string, IEventTarget> _targets = new(StringComparer.Ordinal);
    private readonly Lock _order = new();

    /// <summary>Told the name of each event that is sent, for the traffic log.</summary>
    internal Action<string>? Published { get; set; }

    /// <summary>How many connections receive events.</summary>
    public int Count => _targets.Count;

    /// <summary>Sends an event to every connection entitled to it.</summary>
    /// <typeparam name="T">Payload type.</typeparam>
    /// <param name="definition">Which event.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="version">State counters, for <c>presence</c> and <c>health</c>.</param>
    /// <param name="dropIfSlow">Overrides the definition, for the <c>chat</c> event whose deltas alone may be dropped.</param>
    public void Publish<T>(EventDefinition<T> definition, T payload, StateVersion? version = null, bool? dropIfSlow = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (_targets.IsEmpty)
            return;
        var frame = FrameBuilder.Event(definition, payload, version, numbered: true);
        var drop = dropIfSlow ?? definition.DropIfSlow;
        lock (_order)
        {
            foreach (var (_, target) in _targets)
            {
                if (Audience.Includes(definition.Audience, target.Caller))
                    target.Deliver(frame, drop);
            }
        }
        frame.Release();
        Published?.Invoke(definition.Name);
    }

    /// <summary>Sends an event to one connection, without <c>seq</c>.</summary>
    /// <typeparam name="T">Payload type.</typeparam>
    /// <param name="connId">The connection.</param>
    /// <param name="definition">Which event.</param>
    /// <param name="payload">Its payload.</param>
    /// <returns>False when the connection is gone or takes nothing more.</returns>
    public bool SendTo<T>(string connId, EventDefinition<T> definition, T payload)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _targets.TryGetValue(connId, out var target)
            && target.Send(FrameBuilder.Event(definition, payload, version: null, numbered: false));
    }

    /// <summary>
    /// Lets a connection in. <paramref name="greet"/> queues its hello; no event can come before it and none after its snapshot
    /// is lost, because broadcasts wait for it.
    /// </summary>
    internal void Admit(IEventTarget target, Action greet)
    {
        lock (_order)
        {
            greet();
            _targets[target.Caller.ConnId] = target;
        }
    }

    /// <summary>Takes a connection out.</summary>
    /// <returns>True when it was in.</returns>
    internal bool Remove(IEventTarget target) =>
        _targets.TryRemove(new KeyValuePair<string, IEventTarget>(target.Caller.ConnId, target));
}
