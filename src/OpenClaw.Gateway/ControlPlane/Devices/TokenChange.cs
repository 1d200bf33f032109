using OpenClaw.Protocol.Devices;

namespace OpenClaw.Gateway.ControlPlane.Devices;

/// <summary>Outcome of rotating or revoking a device token.</summary>
/// <param name="Token">The token after the change; null when it was refused.</param>
/// <param name="Refusal">Why it was refused.</param>
internal readonly record struct TokenChange(DeviceToken? Token, string? Refusal);
