namespace OpenClaw.Agents.Replies;

/// <summary>Which mode holds for a conversation.</summary>
public static class TypingModes
{
    /// <summary>As configured; else at once where somebody waits for an answer, and with the text in other group messages. Heartbeats never.</summary>
    public static TypingMode For(string? configured, bool isDirect, bool wasMentioned, bool isHeartbeat) => isHeartbeat
        ? TypingMode.Never
        : configured?.Trim().ToLowerInvariant() switch
        {
            "never" => TypingMode.Never,
            "instant" => TypingMode.Instant,
            "thinking" => TypingMode.Thinking,
            "message" => TypingMode.Message,
            _ => isDirect || wasMentioned ? TypingMode.Instant : TypingMode.Message,
        };
}
