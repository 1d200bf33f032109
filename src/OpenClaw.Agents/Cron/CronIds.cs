namespace OpenClaw.Agents.Cron;

/// <summary>Job ids become file names and session keys, so they are checked before.</summary>
internal static class CronIds
{
    private const int MaxLength = 128;

    public static bool IsSafe(string? id) =>
        id is { Length: > 0 and <= MaxLength } && id[0] != '.' && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
