namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.pair.verify</c>.</summary>
public sealed record NodePairVerifyResult
{
    /// <summary>Whether the token is the node's.</summary>
    public required bool Ok { get; init; }

    /// <summary>The node, when it is.</summary>
    public PairedNode? Node { get; init; }
}
