using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.describe</c>: the row and a time.</summary>
public sealed record NodeDescribeResult : NodeRow
{
    /// <summary>When it was made, epoch ms.</summary>
    [JsonPropertyOrder(-1)]
    public required long Ts { get; init; }
}
