using System.Globalization;
using System.Runtime.CompilerServices;

namespace OpenClaw.Operations.Processes;

/// <summary>
/// Gives back the memory of program pages that are resident but can be read from their files again: what only the start needed is a third
/// of the process, and a small machine has better use for it. Pages that are needed after all are mapped again when they are touched.
/// </summary>
public static class ProgramPages
{
    private const int DontNeed = 4;
    private const string Maps = "/proc/self/smaps";

    /// <summary>
    /// Lets go of the mappings of files that are read-only and have no page of their own in memory; nothing can be lost with those. Does
    /// nothing where the system does not tell, and in a program that is compiled while it runs.
    /// </summary>
    /// <returns>Bytes that were resident before.</returns>
    public static long GiveBack()
    {
        if (!OperatingSystem.IsLinux() || RuntimeFeature.IsDynamicCodeSupported)
            return 0;
        try
        {
            long given = 0;
            foreach (var (start, length, resident) in Clean(File.ReadLines(Maps)))
            {
                if (LibC.Advise(start, length, DontNeed) == 0)
                    given += resident;
            }

            return given;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>The mappings of a <c>smaps</c> text that can be let go.</summary>
    internal static IEnumerable<(nint Start, nuint Length, long Resident)> Clean(IEnumerable<string> lines)
    {
        (nint Start, nuint Length)? candidate = null;
        long resident = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith("Rss:", StringComparison.Ordinal))
                resident = Kilobytes(line);
            else if (line.StartsWith("Anonymous:", StringComparison.Ordinal))
            {
                // A page that was changed, by relocation for example, exists only in memory.
                if (candidate is { } mapping && resident > 0 && Kilobytes(line) == 0)
                    yield return (mapping.Start, mapping.Length, resident * 1024);
            }
            else if (Header(line) is var header && header.IsMapping)
            {
                candidate = header.Mapping;
                resident = 0;
            }
        }
    }

    private static (bool IsMapping, (nint Start, nuint Length)? Mapping) Header(string line)
    {
        var parts = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        var dash = parts[0].IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || parts.Length < 5 || !ulong.TryParse(parts[0].AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var start)
            || !ulong.TryParse(parts[0].AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var end))
            return (false, null);
        var isProgram = parts.Length == 6 && parts[5].StartsWith('/') && parts[1] is "r--p" or "r-xp" && !parts[5].EndsWith("(deleted)", StringComparison.Ordinal);
        return (true, isProgram ? ((nint)start, (nuint)(end - start)) : null);
    }

    private static long Kilobytes(string line) =>
        long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
