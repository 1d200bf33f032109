using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>node.pair.resolved</c>.</summary>
public sealed record NodePairResolvedEvent
{
    /// <summary>Request.</summary>
    public required string RequestId { get; init; }

    /// <summary>Node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Outcome.</summary>
    [Values("approved", "rejected")]
    public required string Decision { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long Ts { get; init; }
}
