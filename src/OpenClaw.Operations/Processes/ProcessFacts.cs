using System.Globalization;

namespace OpenClaw.Operations.Processes;

/// <summary>What the system tells about a process. But for its existence only Linux is asked; elsewhere the rest is null.</summary>
internal static class ProcessFacts
{
    /// <summary>True when a process of this number exists, ours or somebody else's.</summary>
    public static bool Exists(int pid)
    {
        if (!OperatingSystem.IsWindows())
            return LibC.Exists(pid);
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Clock ticks since boot at which the process started: together with the pid it never comes twice.</summary>
    public static long? StartTicks(int pid) => Stat(pid) is { Length: > 19 } fields ? Number(fields[19]) : null;

    /// <summary>The parent's pid.</summary>
    public static int? Parent(int pid) => Stat(pid) is { Length: > 1 } fields ? (int?)Number(fields[1]) : null;

    /// <summary>Short name, cut to 15 characters by the kernel.</summary>
    public static string? Command(int pid) => Read($"/proc/{pid}/comm")?.TrimEnd('\n');

    /// <summary>The arguments it was started with.</summary>
    public static string[]? Arguments(int pid) =>
        Read($"/proc/{pid}/cmdline") is { Length: > 0 } text ? text.TrimEnd('\0').Split('\0') : null;

    /// <summary>Login name of the owner, or the number when it has none.</summary>
    public static string? User(int pid) =>
        Read($"/proc/{pid}/status")?.Split('\n').FirstOrDefault(l => l.StartsWith("Uid:", StringComparison.Ordinal))?.Split('\t') is
        { Length: > 1 } ids
            ? UserName(ids[1])
            : null;

    /// <summary>Login name of a numeric user id, or the id itself.</summary>
    public static string UserName(string uid) =>
        Read("/etc/passwd")?.Split('\n').Select(l => l.Split(':')).FirstOrDefault(f => f.Length > 2 && f[2] == uid)?[0] ?? uid;

    /// <summary>Fields 3 and up of <c>stat</c>: the command in field 2 may contain anything, so parsing starts after the last ")".</summary>
    private static string[]? Stat(int pid) =>
        Read($"/proc/{pid}/stat") is { } text && text.LastIndexOf(')') is > 0 and var end ? text[(end + 2)..].Split(' ') : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Read(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
