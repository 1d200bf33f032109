namespace OpenClaw.Agents.SystemEvents;

/// <summary>What programs report again and again, and an agent need not read (spec 09 §8).</summary>
internal static class PresenceNoise
{
    private const string LastInput = "last input";

    /// <summary>The note without its noise; null when nothing else is left of it.</summary>
    public static string? Without(string text)
    {
        if (Has(text, "reason periodic") || Has(text, "heartbeat poll") || Has(text, "heartbeat wake") || text.StartsWith("Read HEARTBEAT.md", StringComparison.OrdinalIgnoreCase))
            return null;
        if (!text.StartsWith("Node:", StringComparison.Ordinal) || !Has(text, LastInput))
            return text;
        var parts = text.Split(" · ").Where(static part => !part.TrimStart().StartsWith(LastInput, StringComparison.OrdinalIgnoreCase));
        return string.Join(" · ", parts) is { Length: > 0 } rest ? rest : null;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
