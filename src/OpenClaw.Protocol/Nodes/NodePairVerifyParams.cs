using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.pair.verify</c>.</summary>
public sealed record NodePairVerifyParams
{
    /// <summary>Node.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }

    /// <summary>Token to check.</summary>
    [Size(Min = 1)]
    public required string Token { get; init; }
}
