using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Why a node could not do what it was asked.</summary>
public sealed record NodeError
{
    /// <summary>Code of the node.</summary>
    [Size(Min = 1)]
    public string? Code { get; init; }

    /// <summary>Text of the node.</summary>
    [Size(Min = 1)]
    public string? Message { get; init; }
}
