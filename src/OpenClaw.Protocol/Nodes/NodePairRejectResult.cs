namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.pair.reject</c>.</summary>
public sealed record NodePairRejectResult
{
    /// <summary>The request that was rejected.</summary>
    public required string RequestId { get; init; }

    /// <summary>The node it came from.</summary>
    public required string NodeId { get; init; }
}
