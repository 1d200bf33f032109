using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agent;

/// <summary>About a run.</summary>
[Open]
public sealed record AgentRunMeta
{
    /// <summary>Milliseconds it took.</summary>
    public required long DurationMs { get; init; }

    /// <summary>Session and model.</summary>
    public AgentModelMeta? AgentMeta { get; init; }

    /// <summary>It was cut off.</summary>
    public bool? Aborted { get; init; }

    /// <summary>How the system prompt was made up.</summary>
    public JsonElement? SystemPromptReport { get; init; }
}
