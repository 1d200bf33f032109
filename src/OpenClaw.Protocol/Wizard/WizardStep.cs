using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Wizard;

/// <summary>One step: something to read or to answer.</summary>
public sealed record WizardStep
{
    /// <summary>What it is.</summary>
    [Values("note", "select", "text", "confirm", "multiselect", "progress", "action")]
    public required string Type { get; init; }

    /// <summary>Heading.</summary>
    public string? Title { get; init; }

    /// <summary>Text.</summary>
    public string? Message { get; init; }

    /// <summary>Choices.</summary>
    public IReadOnlyList<WizardOption>? Options { get; init; }

    /// <summary>Suggested answer.</summary>
    public JsonElement? InitialValue { get; init; }

    /// <summary>Shown while empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>The answer is a secret.</summary>
    public bool? Sensitive { get; init; }

    /// <summary>Who carries it out.</summary>
    [Values("gateway", "client")]
    public string? Executor { get; init; }

    /// <summary>UUID; the answer names it.</summary>
    public required string Id { get; init; }
}
