using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.rename</c>.</summary>
public sealed record NodeRenameParams
{
    /// <summary>Node.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }

    /// <summary>New name.</summary>
    [Size(Min = 1)]
    public required string DisplayName { get; init; }
}
