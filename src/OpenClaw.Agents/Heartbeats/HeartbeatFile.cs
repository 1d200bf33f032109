namespace OpenClaw.Agents.Heartbeats;

/// <summary>HEARTBEAT.md of a workspace: what an agent looks after from time to time.</summary>
internal static class HeartbeatFile
{
    private const long MaxLooked = 256 * 1024;

    /// <summary>True when the file is there and holds only blanks, headings and empty list items: then there is nothing to look after.</summary>
    public static bool IsEmpty(string workspace)
    {
        try
        {
            var file = new FileInfo(Path.Combine(workspace, "HEARTBEAT.md"));
            return file is { Exists: true, Length: <= MaxLooked } && File.ReadLines(file.FullName).All(IsNothing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Unreadable is not empty: the agent finds out.
            return false;
        }
    }

    private static bool IsNothing(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#')
            return true;
        var item = text.TrimStart('-', '*', '+').Trim();
        return (item.Length < text.Length && item.Length == 0) || item is "[ ]" or "[]" or "[x]" or "[X]";
    }
}
