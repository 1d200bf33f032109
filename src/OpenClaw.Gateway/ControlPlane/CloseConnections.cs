namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Hangs up on the connected clients whose standing is gone; requests they are waiting for are answered first, within a second.</summary>
/// <param name="ended">True for those.</param>
/// <param name="reason">What they are told.</param>
internal delegate void CloseConnections(Func<Connection, bool> ended, CloseReason reason);
