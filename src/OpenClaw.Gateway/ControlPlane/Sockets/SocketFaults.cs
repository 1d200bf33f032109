using System.Net.WebSockets;

namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>The exceptions that mean no more than "the other side is gone".</summary>
internal static class SocketFaults
{
    public static bool IsPeerGone(Exception e) =>
        e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;
}
