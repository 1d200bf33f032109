using System.Globalization;
using System.Net;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations.Ports;

/// <summary>
/// Listening sockets straight from the Linux kernel: <c>/proc/net/tcp{,6}</c> gives socket and owner, the file descriptors of
/// each process give the pid. Needs no helper program; processes of other users stay hidden unless we are root.
/// </summary>
internal static class ProcSockets
{
    private const string Listening = "0A";

    /// <summary>Who listens on the port; null when the kernel tables cannot be read.</summary>
    public static IReadOnlyList<PortListener>? Find(int port)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            var sockets = Sockets("/proc/net/tcp", port)
                .Concat(File.Exists("/proc/net/tcp6") ? Sockets("/proc/net/tcp6", port) : [])
                .ToArray();
            return sockets.Length == 0 ? [] : Describe(sockets);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static PortListener[] Describe(Socket[] sockets)
    {
        var owners = Owners(sockets.Select(s => s.Inode).ToHashSet(StringComparer.Ordinal));
        return
        [
            .. sockets
                .Select(s => (Socket: s, Pid: owners.TryGetValue(s.Inode, out var pid) ? pid : (int?)null))
                .DistinctBy(x => x.Pid is { } pid ? pid.ToString(CultureInfo.InvariantCulture) : x.Socket.Inode)
                .Select(x => new PortListener
                {
                    Pid = x.Pid,
                    Ppid = x.Pid is { } child ? ProcessFacts.Parent(child) : null,
                    Command = x.Pid is { } named ? ProcessFacts.Command(named) : null,
                    CommandLine = x.Pid is { } started && ProcessFacts.Arguments(started) is { } words ? string.Join(' ', words) : null,
                    Address = x.Socket.Address,
                    User = ProcessFacts.UserName(x.Socket.Uid),
                }),
        ];
    }

    private static IEnumerable<Socket> Sockets(string table, int port)
    {
        // "sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode ..."
        foreach (var line in File.ReadLines(table).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 10 || fields[3] != Listening)
                continue;
            var at = fields[1].IndexOf(':', StringComparison.Ordinal);
            if (int.Parse(fields[1].AsSpan(at + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) == port)
                yield return new Socket(new IPEndPoint(Address(fields[1][..at]), port).ToString(), fields[7], fields[9]);
        }
    }

    /// <summary>The kernel prints an address as 32-bit words in host order.</summary>
    private static IPAddress Address(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        if (BitConverter.IsLittleEndian)
        {
            for (var i = 0; i < bytes.Length; i += 4)
                Array.Reverse(bytes, i, 4);
        }
        return new IPAddress(bytes);
    }

    private static Dictionary<string, int> Owners(HashSet<string> inodes)
    {
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
                continue;
            foreach (var inode in SocketsOf(directory).Where(inodes.Contains))
                owners.TryAdd(inode, pid);
            if (owners.Count == inodes.Count)
                break;
        }
        return owners;
    }

    private static List<string> SocketsOf(string process)
    {
        const string prefix = "socket:[";
        var found = new List<string>();
        try
        {
            foreach (var descriptor in Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd")))
            {
                if (new FileInfo(descriptor).LinkTarget is { } target && target.StartsWith(prefix, StringComparison.Ordinal))
                    found.Add(target[prefix.Length..^1]);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not ours to look into, or ended while we looked.
            return found;
        }
        return found;
    }

    private sealed record Socket(string Address, string Uid, string Inode);
}
