namespace OpenClaw.Agents.Identity;

/// <summary>Rules for agent and account ids (spec 08 §1). A normalised id is safe as a folder name.</summary>
public static class AgentIds
{
    /// <summary>The agent that exists when nothing is configured.</summary>
    public const string Main = "main";

    private const int MaxLength = 64;

    /// <summary>
    /// Lower case, runs of characters outside <c>[a-z0-9_-]</c> become one dash, outer dashes go, at most 64 characters; an empty
    /// result becomes <paramref name="fallback"/>.
    /// </summary>
    public static string Normalize(string? id, string fallback = Main)
    {
        var text = (id ?? string.Empty).Trim().ToLowerInvariant();
        if (IsPlain(text))
            return text;
        var result = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsAllowed(c))
                result.Append(c);
            else if (result.Length == 0 || result[^1] != '-')
                result.Append('-');
        }

        var cut = result.ToString().Trim('-');
        if (cut.Length > MaxLength)
            cut = cut[..MaxLength].Trim('-');
        return cut.Length == 0 ? fallback : cut;
    }

    private static bool IsPlain(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(text[0]) && text.All(IsAllowed);

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-';
}
