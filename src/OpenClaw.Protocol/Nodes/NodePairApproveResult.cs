namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.pair.approve</c>.</summary>
public sealed record NodePairApproveResult
{
    /// <summary>The request that was approved.</summary>
    public required string RequestId { get; init; }

    /// <summary>The node, now paired.</summary>
    public required PairedNode Node { get; init; }
}
