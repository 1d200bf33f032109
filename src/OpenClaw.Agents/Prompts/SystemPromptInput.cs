using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Prompts;

/// <summary>Everything a system prompt is made of.</summary>
public sealed record SystemPromptInput
{
    /// <summary>How much of it is wanted.</summary>
    public PromptMode Mode { get; init; } = PromptMode.Full;

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

    /// <summary>Whether people see the thinking: <c>off</c>, <c>on</c> or <c>stream</c>.</summary>
    public string Reasoning { get; init; } = "off";

    /// <summary>Where the message came from, if known.</summary>
    public string? Channel { get; init; }

    /// <summary>What that channel can do beside text.</summary>
    public IReadOnlyList<string> ChannelCapabilities { get; init; } = [];

    /// <summary>How freely to react with emoji there: <c>minimal</c> or <c>extensive</c>; null: nothing is said of it.</summary>
    public string? ReactionLevel { get; init; }

    /// <summary>IANA name of the user's time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Today there. The time of day is left out on purpose: it would make every prompt a new one for the provider's cache.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The tools of the run.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; init; } = [];

    /// <summary>The list of skills; empty when there are none.</summary>
    public string Skills { get; init; } = string.Empty;

    /// <summary>Short names of models.</summary>
    public IReadOnlyList<(string Alias, string Model)> Aliases { get; init; } = [];

    /// <summary>Where the documentation lies; null when it is not on this machine.</summary>
    public string? Docs { get; init; }

    /// <summary>What to know about the sandbox; null when the run is not in one.</summary>
    public string? Sandbox { get; init; }

    /// <summary>Numbers and ids of the owner.</summary>
    public IReadOnlyList<string> Owners { get; init; } = [];

    /// <summary>What to know about spoken answers; null when they are off.</summary>
    public string? Voice { get; init; }

    /// <summary>True for models that mark thinking and answer with text tags.</summary>
    public bool ReasoningTags { get; init; }

    /// <summary>Repository named to the model; null: none.</summary>
    public string? Repository { get; init; }

    /// <summary>Extra section of the caller.</summary>
    public string? Extra { get; init; }

    /// <summary>Text that asks for a sign of life; null when this agent has no heartbeat.</summary>
    public string? HeartbeatPrompt { get; init; }

    /// <summary>Files of the workspace.</summary>
    public required IReadOnlyList<WorkspaceFile> Files { get; init; }

    /// <summary>True when the run has the tool.</summary>
    public bool Has(string tool) => Tools.Any(definition => definition.Name == tool);
}
