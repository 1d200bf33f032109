using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>device.pair.resolved</c>.</summary>
public sealed record DevicePairResolvedEvent
{
    /// <summary>Request.</summary>
    public required string RequestId { get; init; }

    /// <summary>Device.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Outcome.</summary>
    [Values("approved", "rejected")]
    public required string Decision { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }
}
