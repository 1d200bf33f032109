using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Events;

/// <summary>Payload of <c>node.invoke.request</c>, sent to the node that shall run a command.</summary>
public sealed record NodeInvokeRequestEvent
{
    /// <summary>Names the answer.</summary>
    public required string Id { get; init; }

    /// <summary>Node.</summary>
    public required string NodeId { get; init; }

    /// <summary>Command.</summary>
    public required string Command { get; init; }

    /// <summary>Params as JSON text, null without any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonPropertyName("paramsJSON")]
    public required string? ParamsJson { get; init; }

    /// <summary>Milliseconds the caller waits.</summary>
    [Bounds(Min = 0)]
    public long? TimeoutMs { get; init; }

    /// <summary>Key given by the caller.</summary>
    public string? IdempotencyKey { get; init; }
}
