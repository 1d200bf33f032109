using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.invoke</c>.</summary>
public sealed record NodeInvokeResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>Node that answered.</summary>
    public required string NodeId { get; init; }

    /// <summary>Command it ran.</summary>
    public required string Command { get; init; }

    /// <summary>What it answered, parsed.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>What it answered as JSON text, or null when it answered with <see cref="Payload"/>.</summary>
    [JsonPropertyName("payloadJSON")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? PayloadJson { get; init; }
}
