using Microsoft.Extensions.Logging;
using OpenClaw.Configuration;
using OpenClaw.Gateway.ControlPlane.Admission;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>What a <see cref="ConnectionHub"/> works with.</summary>
internal sealed record HubParts
{
    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    public required Func<ConfigSnapshot> Config { get; init; }

    /// <summary>The gateway listens on loopback only.</summary>
    public required bool LoopbackBind { get; init; }

    public required Handshake Handshake { get; init; }

    public required RequestDispatcher Dispatcher { get; init; }

    public required RefusalLog Refusals { get; init; }

    public required IConnectionEvents Events { get; init; }

    public HubLimits Limits { get; init; } = new();
}
