using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Nodes;

/// <summary>Params of <c>node.invoke</c>.</summary>
public sealed record NodeInvokeParams
{
    /// <summary>Node to ask.</summary>
    [Size(Min = 1)]
    public required string NodeId { get; init; }

    /// <summary>Command, e.g. <c>system.run</c>.</summary>
    [Size(Min = 1)]
    public required string Command { get; init; }

    /// <summary>Params of the command.</summary>
    public JsonElement? Params { get; init; }

    /// <summary>Milliseconds; default 30000.</summary>
    [Bounds(Min = 0)]
    public long? TimeoutMs { get; init; }

    /// <summary>Handed on to the node.</summary>
    [Size(Min = 1)]
    public required string IdempotencyKey { get; init; }
}
