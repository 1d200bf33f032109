using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.invoke.result</c>: a node answers a <c>node.invoke.request</c>.</summary>
public sealed record NodeInvokeResultParams
{
    /// <summary>Id of the request.</summary>
    [Size(Min = 1)]
    public required string Id { get; init; }

    /// <summary>The answering node; must be the caller.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }

    /// <summary>Whether the command succeeded.</summary>
    public required bool Ok { get; init; }

    /// <summary>Answer.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>Answer as JSON text. Era nodes also send <c>null</c> or a value, which then counts as <see cref="Payload"/>.</summary>
    [JsonPropertyName("payloadJSON")]
    public JsonElement? PayloadJson { get; init; }

    /// <summary>Why it failed.</summary>
    [OrNull]
    public NodeError? Error { get; init; }
}
