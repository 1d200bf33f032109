using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Storage;

/// <summary>Opens files that strangers name: never waits for the other end of a pipe, and knows a device when it sees one.</summary>
public static partial class PlainFile
{
    /// <summary>Opens a file for reading; null when the path leads to a pipe, a terminal or another thing that is no file.</summary>
    /// <exception cref="FileNotFoundException">There is nothing at the path.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a directory, or may not be read.</exception>
    public static FileStream? OpenRead(string path)
    {
        if (OperatingSystem.IsWindows())
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (Directory.Exists(path))
            throw new UnauthorizedAccessException($"{path} is a directory");
        var descriptor = Open(path, OperatingSystem.IsMacOS() ? MacFlags : LinuxFlags);
        if (descriptor < 0)
        {
            // The base library words the reason.
            using (File.OpenHandle(path))
                return null;
        }

        var stream = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 4096);
        if (stream.CanSeek && !path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/proc/", StringComparison.Ordinal))
            return stream;
        stream.Dispose();
        return null;
    }

    // Read only, close on exec, and do not wait for a writer.
    private const int LinuxFlags = 0x80000 | 0x800;
    private const int MacFlags = 0x1000000 | 0x4;

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
