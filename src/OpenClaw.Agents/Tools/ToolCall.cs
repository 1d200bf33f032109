using System.Text.Json;

namespace OpenClaw.Agents.Tools;

/// <summary>One use of a tool.</summary>
public sealed record ToolCall
{
    /// <summary>Id the model gave the call.</summary>
    public required string Id { get; init; }

    /// <summary>The arguments: always an object, not otherwise checked.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary>On whose behalf and where.</summary>
    public required ToolScene Scene { get; init; }

    /// <summary>Tells listeners of an intermediate result; null when nobody listens. It must be called from one thread at a time.</summary>
    public Action<ToolResult>? Progress { get; init; }
}
