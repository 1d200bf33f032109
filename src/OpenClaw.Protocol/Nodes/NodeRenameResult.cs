namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.rename</c>.</summary>
public sealed record NodeRenameResult
{
    /// <summary>Node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Its name now.</summary>
    public required string DisplayName { get; init; }
}
