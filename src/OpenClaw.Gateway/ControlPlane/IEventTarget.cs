using OpenClaw.Gateway.ControlPlane.Sockets;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>One connection, as the broadcaster sees it.</summary>
internal interface IEventTarget
{
    /// <summary>Who is behind it.</summary>
    Caller Caller { get; }

    /// <summary>Queues a broadcast; the caller keeps its hold on the frame. A slow connection drops it or is closed.</summary>
    void Deliver(OutboundFrame frame, bool dropIfSlow);

    /// <summary>Queues a targeted message and takes over the hold on it.</summary>
    /// <returns>False when it was not taken.</returns>
    bool Send(OutboundFrame frame);
}
