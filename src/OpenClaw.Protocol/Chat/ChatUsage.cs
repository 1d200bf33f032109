using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Chat;

/// <summary>Tokens of a message.</summary>
[Open]
public sealed record ChatUsage
{
    /// <summary>Prompt.</summary>
    public required long Input { get; init; }

    /// <summary>Reply.</summary>
    public required long Output { get; init; }

    /// <summary>Sum.</summary>
    public required long TotalTokens { get; init; }
}
