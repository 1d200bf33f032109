using System.Text.Json;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>A command for a node.</summary>
/// <param name="NodeId">The node.</param>
/// <param name="Command">The command, already checked against the policy.</param>
/// <param name="ParamsJson">Its params as JSON text; null when there are none.</param>
/// <param name="TimeoutMs">The caller's limit; null: 30 s.</param>
/// <param name="IdempotencyKey">Passed on to the node.</param>
public sealed record NodeInvocation(string NodeId, string Command, string? ParamsJson, long? TimeoutMs, string? IdempotencyKey);

/// <summary>What became of a <see cref="NodeInvocation"/>.</summary>
public sealed record NodeAnswer
{
    /// <summary>True when the node did it.</summary>
    public required bool Ok { get; init; }

    /// <summary>The node's result as a value.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>The node's result as JSON text.</summary>
    public string? PayloadJson { get; init; }

    /// <summary>Error code of the node or of the registry: <c>NOT_CONNECTED</c>, <c>TIMEOUT</c>, <c>UNAVAILABLE</c>, <c>DISCONNECTED</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Error text.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>A failed answer.</summary>
    /// <param name="code">Error code.</param>
    /// <param name="message">Error text.</param>
    public static NodeAnswer Failed(string code, string message) => new() { Ok = false, ErrorCode = code, ErrorMessage = message };
}
