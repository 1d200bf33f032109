using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.event</c>.</summary>
public sealed record NodeEventParams
{
    /// <summary>Name of the event; unknown ones are ignored.</summary>
    [Size(Min = 1)]
    public required string Event { get; init; }

    /// <summary>Payload.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>Payload as JSON text, which wins over <see cref="Payload"/>. Era nodes also send <c>null</c>.</summary>
    [JsonPropertyName("payloadJSON")]
    public JsonElement? PayloadJson { get; init; }
}
