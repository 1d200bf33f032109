namespace OpenClaw.Gateway.Lifecycle;

/// <summary>Outcome of a start: a running gateway, or why there is none.</summary>
/// <param name="Runtime">The gateway; dispose it to stop it.</param>
/// <param name="Refusal">Why it did not start.</param>
public readonly record struct GatewayStart(GatewayRuntime? Runtime, StartRefusal? Refusal);
