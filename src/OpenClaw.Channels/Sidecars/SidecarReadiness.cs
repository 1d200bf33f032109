namespace OpenClaw.Channels.Sidecars;

/// <summary>A running sidecar, or why there is none.</summary>
/// <param name="Session">It.</param>
/// <param name="Fault">Why not.</param>
public sealed record SidecarReadiness(SidecarSession? Session, SidecarFault? Fault = null);
