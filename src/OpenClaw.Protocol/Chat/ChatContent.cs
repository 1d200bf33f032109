using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>One block of a <see cref="ChatMessage"/>.</summary>
[Open]
public sealed record ChatContent
{
    /// <summary><c>text</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Text.</summary>
    public string? Text { get; init; }
}
