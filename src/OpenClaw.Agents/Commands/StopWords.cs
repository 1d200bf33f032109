namespace OpenClaw.Agents.Commands;

/// <summary>The messages that stop what is going on (spec 08 §7.5).</summary>
public static class StopWords
{
    private static readonly string[] s_words = ["/stop", "stop", "esc", "abort", "wait", "exit", "interrupt"];

    /// <summary>True when the whole message is one of them.</summary>
    public static bool Is(string message) =>
        s_words.Contains(message.Trim(), StringComparer.OrdinalIgnoreCase) || CommandLine.Parse(message) is { Name: "stop", Everything: "" };
}
