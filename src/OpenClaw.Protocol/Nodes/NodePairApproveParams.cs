using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.pair.approve</c>.</summary>
public sealed record NodePairApproveParams
{
    /// <summary>Id of the open request.</summary>
    [Size(Min = 1)]
    public required string RequestId { get; init; }
}
