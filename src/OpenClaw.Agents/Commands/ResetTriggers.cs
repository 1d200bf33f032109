namespace OpenClaw.Agents.Commands;

/// <summary>The words that begin a conversation anew (<c>session.resetTriggers</c>, spec 08 §6).</summary>
public static class ResetTriggers
{
    private static readonly string[] s_default = ["/new", "/reset"];

    /// <summary>What stands behind the trigger a message begins with, trimmed; null when it begins with none.</summary>
    public static string? After(string message, IReadOnlyList<string>? configured)
    {
        var text = message.Trim();
        foreach (var trigger in configured ?? s_default)
        {
            var word = trigger.Trim();
            if (word.Length == 0 || !text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            if (text.Length == word.Length)
                return string.Empty;
            if (char.IsWhiteSpace(text[word.Length]))
                return text[word.Length..].Trim();

            // Bots are addressed as /new@name in groups, and a colon is as good as a space.
            if (word[0] == '/' && CommandLine.Parse(text) is { } line && line.Name.Equals(word[1..], StringComparison.OrdinalIgnoreCase))
                return line.Everything;
        }

        return null;
    }
}
