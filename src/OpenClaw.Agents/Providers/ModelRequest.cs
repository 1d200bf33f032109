using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Providers;

/// <summary>One model call.</summary>
public sealed record ModelRequest
{
    /// <summary>Which model, where.</summary>
    public required ModelInfo Model { get; init; }

    /// <summary>The key; null for servers that want none. Never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary>System prompt.</summary>
    public required string SystemPrompt { get; init; }

    /// <summary>The conversation, last user message included.</summary>
    public required IReadOnlyList<ModelMessage> Messages { get; init; }

    /// <summary>One of <see cref="ThinkingLevels"/>.</summary>
    public string Thinking { get; init; } = ThinkingLevels.Off;

    /// <summary>Tools the model may call; empty: none are sent.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; init; } = [];

    /// <summary><c>auto</c>, <c>none</c>, <c>required</c> or the name of a tool; null: auto.</summary>
    public string? ToolChoice { get; init; }

    /// <summary>How the model chooses its words.</summary>
    public Sampling? Sampling { get; init; }

    /// <summary>Key under which a provider may cache the beginning of the conversation.</summary>
    public string? SessionId { get; init; }

    /// <summary>Longest answer: of this call, else as configured for the model, else what the model can.</summary>
    internal long MaxTokens => Math.Max(1, Math.Min(Sampling?.MaxTokens ?? Model.Params.MaxTokens ?? Model.MaxTokens, Math.Max(Model.MaxTokens, 1)));

    /// <summary>Of this call, else as configured for the model.</summary>
    internal double? Temperature => Sampling?.Temperature ?? Model.Params.Temperature;

    /// <summary>True when the model was asked to use a tool whatever it thinks.</summary>
    internal bool ForcesTool => Tools.Count > 0 && ToolChoice is not (null or "auto" or "none");
}
