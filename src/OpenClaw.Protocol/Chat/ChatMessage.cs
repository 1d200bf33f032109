using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>An assistant message in a <see cref="ChatEvent"/>.</summary>
[Open]
public sealed record ChatMessage
{
    /// <summary>Always <c>assistant</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Blocks.</summary>
    public required IReadOnlyList<ChatContent> Content { get; init; }

    /// <summary>Epoch milliseconds.</summary>
    public required long Timestamp { get; init; }

    /// <summary>Why it ended; <c>injected</c> without a model run.</summary>
    public string? StopReason { get; init; }

    /// <summary>Tokens of an injected message: zero.</summary>
    public ChatUsage? Usage { get; init; }
}
