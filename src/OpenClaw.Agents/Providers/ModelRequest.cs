using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

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
}
