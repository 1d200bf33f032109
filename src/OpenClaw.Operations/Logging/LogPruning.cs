using System.Globalization;

namespace OpenClaw.Operations.Logging;

/// <summary>Names of dated log files and their numbered parts, and the removal of old ones.</summary>
internal static class LogPruning
{
    /// <summary><c>openclaw-YYYY-MM-DD.log</c>.</summary>
    public static string FileName(DateOnly day) => $"openclaw-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.log";

    /// <summary>Renames the file to part 1, shifting the others up and deleting those over the limit; returns part 1's path.</summary>
    public static string SetAside(string path, int maxParts)
    {
        for (var n = maxParts; n >= 1; n--)
        {
            if (!File.Exists(Part(path, n)))
                continue;
            if (n == maxParts)
                File.Delete(Part(path, n));
            else
                File.Move(Part(path, n), Part(path, n + 1));
        }
        File.Move(path, Part(path, 1));
        return Part(path, 1);
    }

    /// <summary>Deletes dated files and their parts that nobody has written to for the configured time. A fixed file has none.</summary>
    public static void DeleteOld(string current, LogSettings settings, TimeProvider time)
    {
        if (settings.File is not null)
            return;
        var limit = time.GetUtcNow().UtcDateTime - settings.KeepFor;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(current)!, "openclaw-*.log"))
        {
            if (file != current && File.GetLastWriteTimeUtc(file) < limit)
                File.Delete(file);
        }
    }

    // "openclaw-2026-01-30.1.log": still matched by the pattern above, and never mistaken for a day's own file.
    private static string Part(string path, int n) => Path.ChangeExtension(path, $".{n}{Path.GetExtension(path)}");
}
