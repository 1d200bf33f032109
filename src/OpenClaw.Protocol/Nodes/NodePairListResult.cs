namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.pair.list</c>.</summary>
public sealed record NodePairListResult
{
    /// <summary>Open requests, newest first.</summary>
    public required IReadOnlyList<PendingNode> Pending { get; init; }

    /// <summary>Paired nodes, newest approval first.</summary>
    public required IReadOnlyList<PairedNode> Paired { get; init; }
}
