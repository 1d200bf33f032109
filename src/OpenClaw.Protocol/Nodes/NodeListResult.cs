namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.list</c>.</summary>
public sealed record NodeListResult
{
    /// <summary>When the list was made, epoch ms.</summary>
    public required long Ts { get; init; }

    /// <summary>Connected ones first, then by name.</summary>
    public required IReadOnlyList<NodeRow> Nodes { get; init; }
}
