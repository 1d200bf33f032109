using OpenClaw.Gateway.ControlPlane.Sockets;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>What comes of a request.</summary>
/// <param name="Frame">The answer to queue; null when the message deserves none.</param>
/// <param name="Afterwards">What to do when it is queued.</param>
internal readonly record struct Answer(OutboundFrame? Frame, Action? Afterwards);
