namespace OpenClaw.Protocol.Agent;

/// <summary><see cref="AgentEvent.Data"/> of stream <c>assistant</c>.</summary>
public sealed record AgentAssistantData
{
    /// <summary>The current assistant message so far.</summary>
    public required string Text { get; init; }

    /// <summary>What was added since the last event.</summary>
    public string? Delta { get; init; }

    /// <summary>Attachments.</summary>
    public IReadOnlyList<string>? MediaUrls { get; init; }
}
