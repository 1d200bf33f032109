using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.describe</c>.</summary>
public sealed record NodeDescribeParams
{
    /// <summary>Node to describe.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }
}
