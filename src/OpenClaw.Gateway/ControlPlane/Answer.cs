using OpenClaw.Gateway.ControlPlane.Sockets;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>What a request comes to.</summary>
/// <param name="Frame">The response; null when the message deserves none.</param>
/// <param name="Afterwards">Done once the response is queued.</param>
internal readonly record struct Answer(OutboundFrame? Frame, Action? Afterwards = null);
