using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace OpenClaw.Nodes.Execution;

/// <summary>
/// The processes of one command: its group and session, and on Linux also those that left the session but are its descendants or still
/// carry its mark in their environment.
/// </summary>
internal sealed class ProcessTree(int leader, string mark)
{
    private const string ProcessFolder = "/proc";
    private const int NoHang = 1;

    // A tree that forks while it is being killed is looked through again.
    private const int MaxRounds = 8;

    /// <summary>True while a process of the group or session runs. Zombies do not count: they run nothing.</summary>
    public bool IsAlive()
    {
        if (!OperatingSystem.IsLinux())
            return Libc.Kill(-leader, 0) == 0 || Marshal.GetLastPInvokeError() != Libc.NoSuchProcess;
        return Scan().Any(row => row.Belongs(leader) && !row.Gone);
    }

    /// <summary>Ends all of them.</summary>
    /// <param name="leaderReaped">True when the leader's number may belong to somebody else by now, unless its group lives.</param>
    public void Kill(bool leaderReaped)
    {
        if (!leaderReaped || IsAlive())
            _ = Libc.Kill(-leader, Libc.SignalKill);
        if (!OperatingSystem.IsLinux())
            return;
        for (var round = 0; round < MaxRounds; round++)
        {
            var victims = Victims(leaderReaped);
            if (victims.Count == 0)
                return;
            foreach (var victim in victims)
                _ = Libc.Kill(victim, Libc.SignalKill);
        }
    }

    private List<int> Victims(bool leaderReaped)
    {
        var rows = Scan();
        var family = new HashSet<int>();
        if (!leaderReaped)
            family.Add(leader);
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var row in rows)
                grown |= family.Contains(row.Parent) && family.Add(row.Id);
        }

        return [.. rows.Where(row => !row.Gone && row.Id != Environment.ProcessId
            && (row.Belongs(leader) || family.Contains(row.Id) || IsMarked(row.Id))).Select(static row => row.Id)];
    }

    private List<Row> Scan()
    {
        var rows = new List<Row>();
        foreach (var folder in Directory.EnumerateDirectories(ProcessFolder))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Parse(id, Stat(folder)) is not { } row)
                continue;
            // Where nobody else adopts orphans (a container whose first process we are), their remains are ours to take away.
            if (row.Gone && row.Id != leader && row.Parent == Environment.ProcessId && row.Belongs(leader))
                _ = Libc.Wait(id, out _, NoHang);
            rows.Add(row);
        }

        return rows;
    }

    private bool IsMarked(int id)
    {
        try
        {
            return File.ReadAllBytes($"{ProcessFolder}/{id}/environ").AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or just gone.
            return false;
        }
    }

    private static string? Stat(string folder)
    {
        try
        {
            return File.ReadAllText($"{folder}/stat");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // "pid (name) state parent group session …"; the name may contain anything.
    private static Row? Parse(int id, string? stat)
    {
        if (stat is null || stat.LastIndexOf(')') is not (> 0 and var end))
            return null;
        var parts = stat[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 3
            && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var parent)
            && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var group)
            && int.TryParse(parts[3], CultureInfo.InvariantCulture, out var session)
            ? new Row(id, parts[0] is "Z" or "X" or "x", parent, group, session)
            : null;
    }

    private sealed record Row(int Id, bool Gone, int Parent, int Group, int Session)
    {
        public bool Belongs(int leader) => Group == leader || Session == leader;
    }
}
