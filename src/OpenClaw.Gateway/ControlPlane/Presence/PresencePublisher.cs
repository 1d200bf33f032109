using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.ControlPlane.Presence;

/// <summary>Tells everybody entitled that the presence list changed.</summary>
internal sealed class PresencePublisher(PresenceBoard board, Broadcaster broadcaster)
{
    /// <param name="version">The counters after the change.</param>
    public void Publish(StateVersion version) =>
        broadcaster.Publish(ProtocolEvents.Presence, new PresenceEvent { Presence = board.List() }, version);
}
