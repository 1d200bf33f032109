using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary><see cref="AgentEvent.Data"/> of stream <c>tool</c>.</summary>
public sealed record AgentToolData
{
    /// <summary>What happened.</summary>
    [Values("start", "update", "result")]
    public required string Phase { get; init; }

    /// <summary>Tool.</summary>
    public required string Name { get; init; }

    /// <summary>Call.</summary>
    public required string ToolCallId { get; init; }

    /// <summary>Phase start: arguments.</summary>
    public JsonElement? Args { get; init; }

    /// <summary>Phase update.</summary>
    public JsonElement? PartialResult { get; init; }

    /// <summary>Phase result: a line for people.</summary>
    public JsonElement? Meta { get; init; }

    /// <summary>Phase result.</summary>
    public bool? IsError { get; init; }

    /// <summary>Phase result.</summary>
    public JsonElement? Result { get; init; }
}
