using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.pair.reject</c>.</summary>
public sealed record NodePairRejectParams
{
    /// <summary>Id of the open request.</summary>
    [Size(Min = 1)]
    public required string RequestId { get; init; }
}
