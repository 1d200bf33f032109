namespace OpenClaw.Agents.Prompts;

/// <summary>Everything a system prompt is made of.</summary>
public sealed record SystemPromptInput
{
    /// <summary>Which agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>Its working directory.</summary>
    public required string Workspace { get; init; }

    /// <summary><c>provider/model</c> of this run.</summary>
    public required string Model { get; init; }

    /// <summary><c>provider/model</c> when nothing is chosen.</summary>
    public required string DefaultModel { get; init; }

    /// <summary>Thinking level of this run.</summary>
    public required string Thinking { get; init; }

    /// <summary>Where the message came from, if known.</summary>
    public string? Channel { get; init; }

    /// <summary>IANA name of the user's time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Extra section of the caller.</summary>
    public string? Extra { get; init; }

    /// <summary>Text that asks for a sign of life; null when this agent has no heartbeat.</summary>
    public string? HeartbeatPrompt { get; init; }

    /// <summary>Files of the workspace.</summary>
    public required IReadOnlyList<WorkspaceFile> Files { get; init; }
}
