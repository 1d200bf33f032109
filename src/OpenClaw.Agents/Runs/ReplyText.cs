using OpenClaw.Agents.Prompts;

namespace OpenClaw.Agents.Runs;

/// <summary>What of a model's text people get to see (spec 08 §17).</summary>
public static class ReplyText
{
    /// <summary>The visible part of a finished text; empty when the model chose silence.</summary>
    public static string Final(string text)
    {
        var visible = text.Trim();
        if (IsSilent(visible) || visible.EndsWith(SystemPrompt.SilentReply, StringComparison.Ordinal))
            return string.Empty;
        while (visible.StartsWith(SystemPrompt.HeartbeatOk, StringComparison.Ordinal))
            visible = visible[SystemPrompt.HeartbeatOk.Length..].TrimStart();
        while (visible.EndsWith(SystemPrompt.HeartbeatOk, StringComparison.Ordinal))
            visible = visible[..^SystemPrompt.HeartbeatOk.Length].TrimEnd();
        return visible;
    }

    /// <summary>
    /// The visible part of a text still growing: nothing while it may yet turn out to be one of the silent words.
    /// </summary>
    public static string Streaming(string text)
    {
        var visible = text.Trim();
        return IsSilent(visible)
            || SystemPrompt.SilentReply.StartsWith(visible, StringComparison.Ordinal)
            || SystemPrompt.HeartbeatOk.StartsWith(visible, StringComparison.Ordinal)
                ? string.Empty
                : visible;
    }

    private static bool IsSilent(string text) =>
        text.StartsWith(SystemPrompt.SilentReply, StringComparison.Ordinal)
        && (text.Length == SystemPrompt.SilentReply.Length || !IsWord(text[SystemPrompt.SilentReply.Length]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
