using System.Text.Json;

namespace OpenClaw.Agents.Tools;

/// <summary>How a tool is described to models and people.</summary>
public sealed record ToolDefinition
{
    /// <summary>Name in lower case, as models call it.</summary>
    public required string Name { get; init; }

    /// <summary>One line for the list in the system prompt; empty: the tool is not listed there.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>What the model is told about it.</summary>
    public required string Description { get; init; }

    /// <summary>JSON Schema of the arguments: one flat object, without <c>anyOf</c>, <c>oneOf</c> or <c>allOf</c> at the top.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>Scope that whoever caused the run must hold (spec 12: the scope travels with the run); null: no particular one.</summary>
    public string? RequiredScope { get; init; }

    /// <summary>Where it comes from: null for our own, else for example <c>mcp:github</c>.</summary>
    public string? Source { get; init; }
}
