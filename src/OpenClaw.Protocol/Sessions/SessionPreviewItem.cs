using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>One message of a preview.</summary>
public sealed record SessionPreviewItem
{
    /// <summary><c>user</c>, <c>assistant</c>, <c>system</c>, <c>tool</c> or <c>other</c>.</summary>
    [Values("user", "assistant", "system", "tool", "other")]
    public required string Role { get; init; }

    /// <summary>Text, cut with <c>...</c> when too long.</summary>
    public required string Text { get; init; }
}
