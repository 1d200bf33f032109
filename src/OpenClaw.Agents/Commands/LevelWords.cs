namespace OpenClaw.Agents.Commands;

/// <summary>The words for the levels of spec 08 §18, as typed; null for a word that means none.</summary>
public static class LevelWords
{
    /// <summary>How much of the work is shown.</summary>
    public static string? Verbose(string word) => Lower(word) switch
    {
        "on" or "true" or "yes" or "1" or "minimal" => "on",
        "full" or "all" or "everything" => "full",
        "off" or "false" or "no" or "0" => "off",
        _ => null,
    };

    /// <summary>Whether thinking is shown.</summary>
    public static string? Reasoning(string word) => Lower(word) switch
    {
        "on" or "true" or "yes" or "1" or "show" or "visible" => "on",
        "stream" or "streaming" or "live" => "stream",
        "off" or "false" or "no" or "0" or "hide" or "hidden" => "off",
        _ => null,
    };

    /// <summary>Whether commands may leave the sandbox.</summary>
    public static string? Elevated(string word) => Lower(word) switch
    {
        "on" or "true" or "yes" or "1" => "on",
        "off" or "false" or "no" or "0" => "off",
        "ask" or "prompt" or "approval" or "approve" => "ask",
        "full" or "auto" or "bypass" => "full",
        _ => null,
    };

    /// <summary>The footer under replies.</summary>
    public static string? Usage(string word) => Lower(word) switch
    {
        "off" or "false" or "no" or "0" or "disable" or "disabled" => "off",
        "on" or "tokens" or "token" or "true" or "yes" or "1" => "tokens",
        "full" or "all" => "full",
        _ => null,
    };

    private static string Lower(string word) => word.Trim().ToLowerInvariant();
}
