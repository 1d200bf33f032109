using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.pair.request</c>.</summary>
public sealed record NodePairRequestResult
{
    /// <summary>Always <c>pending</c>.</summary>
    [Values("pending")]
    public required string Status { get; init; }

    /// <summary>The request, or the one that was open already.</summary>
    public required PendingNode Request { get; init; }

    /// <summary>False when it was open already.</summary>
    public required bool Created { get; init; }
}
