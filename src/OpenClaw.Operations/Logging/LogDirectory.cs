using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations.Logging;

/// <summary>Where dated log files live, and how the directory is made safe.</summary>
public static class LogDirectory
{
    /// <summary>
    /// The original's place: <c>openclaw</c> under the fixed POSIX temp root, deliberately not <c>$TMPDIR</c>, so that
    /// gateway and command line agree on it whatever their environment (spec 05 §7.1).
    /// </summary>
    public static string Default { get; } =
        OperatingSystem.IsWindows() ? Path.Combine(Path.GetTempPath(), "openclaw") : "/tmp/openclaw";

    /// <summary>The log file of a gateway on this machine: the one of today, or else the newest there is. It may not exist.</summary>
    /// <param name="configured">A fixed file (<c>logging.file</c>); null: files are dated.</param>
    /// <param name="directory">Where dated files are.</param>
    /// <param name="time">Clock.</param>
    public static string NewestFile(string? configured, string directory, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (configured is not null)
            return configured;
        var today = LogPruning.FileName(DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        string[] places = OperatingSystem.IsWindows() ? [directory] : [directory, $"{directory}-{CurrentUser.Id}"];
        var existing = places.Where(Directory.Exists).ToList();
        return existing.Select(place => Path.Combine(place, today)).Where(File.Exists).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
            ?? existing.SelectMany(static place => Directory.EnumerateFiles(place, "openclaw-*.log")).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault()
            ?? Path.Combine(directory, today);
    }

    /// <summary>
    /// Makes the directory owner-only and returns it. When it belongs to somebody else, or is a link, the same name with the user
    /// id behind it is used instead: a log must not be steered by another user of the machine.
    /// </summary>
    internal static string Prepare(string directory)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(directory).FullName;
        return TryOwn(directory) ? directory : Own($"{directory}-{CurrentUser.Id}");
    }

    private static bool TryOwn(string directory)
    {
        try
        {
            Own(directory);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Own(string directory)
    {
        if (OperatingSystem.IsWindows())
            return directory;
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var info = Directory.CreateDirectory(directory, ownerOnly);
        if (info.LinkTarget is not null)
            throw new IOException($"{directory} is a link");
        // Only the owner may change a mode, so this is also the ownership test.
        File.SetUnixFileMode(directory, ownerOnly);
        return directory;
    }
}
