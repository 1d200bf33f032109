using OpenClaw.Agents.Prompts;

namespace OpenClaw.Agents.Replies;

/// <summary>The words by which a model says that it has nothing to say (spec 08 §17).</summary>
internal static class SilentWords
{
    /// <summary>True when the text begins or ends with <c>NO_REPLY</c>: nothing of it is delivered.</summary>
    public static bool IsSilent(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (StartsWith(trimmed))
            return true;
        var end = trimmed.Length;
        while (end > 0 && !IsWord(trimmed[end - 1]))
            end--;
        var start = end - SystemPrompt.SilentReply.Length;
        return start >= 0
            && trimmed.Slice(start, SystemPrompt.SilentReply.Length).SequenceEqual(SystemPrompt.SilentReply)
            && (start == 0 || !IsWord(trimmed[start - 1]));
    }

    /// <summary>The text without <c>HEARTBEAT_OK</c> at its ends.</summary>
    public static ReadOnlyMemory<char> WithoutHeartbeat(ReadOnlyMemory<char> text)
    {
        var visible = text.Trim();
        while (visible.Span.StartsWith(SystemPrompt.HeartbeatOk))
            visible = visible[SystemPrompt.HeartbeatOk.Length..].TrimStart();
        while (visible.Span.EndsWith(SystemPrompt.HeartbeatOk))
            visible = visible[..^SystemPrompt.HeartbeatOk.Length].TrimEnd();
        return visible;
    }

    /// <summary>
    /// What of a growing text can be shown: nothing while it may yet turn out to be one of the words, and no beginning of one at its end.
    /// </summary>
    public static ReadOnlyMemory<char> Growing(ReadOnlyMemory<char> text)
    {
        var visible = text.Trim();
        var shown = visible.Span;
        if (IsSilent(shown) || MayBecome(shown, SystemPrompt.SilentReply) || MayBecome(shown, SystemPrompt.HeartbeatOk))
            return default;
        var word = shown.Length;
        while (word > 0 && IsWord(shown[word - 1]))
            word--;
        var last = shown[word..];
        return last.Length > 1 && (MayBecome(last, SystemPrompt.SilentReply) || MayBecome(last, SystemPrompt.HeartbeatOk))
            ? visible[..word].TrimEnd()
            : WithoutHeartbeat(visible);
    }

    private static bool MayBecome(ReadOnlySpan<char> text, string word) => word.StartsWith(text, StringComparison.Ordinal);

    private static bool StartsWith(ReadOnlySpan<char> text) =>
        text.StartsWith(SystemPrompt.SilentReply)
        && (text.Length == SystemPrompt.SilentReply.Length || !IsWord(text[SystemPrompt.SilentReply.Length]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
