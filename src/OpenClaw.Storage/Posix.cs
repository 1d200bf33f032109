using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Storage;

/// <summary>The few libc calls the base library does not offer: opening a directory or a locked file, and fsync on what was opened.</summary>
internal static partial class Posix
{
    // O_RDONLY is 0 everywhere; O_CLOEXEC is a per-kernel number.
    private static readonly int s_openForReading = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    /// <summary>Opens for reading without taking the advisory lock that FileStream always takes; null when the path cannot be opened.</summary>
    public static SafeFileHandle? OpenForReading(string path)
    {
        var descriptor = Open(path, s_openForReading);
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Makes a rename in this directory survive a power cut. File systems that cannot sync a directory are left alone.</summary>
    public static void SyncDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = OpenForReading(directory);
        if (handle is not null)
            _ = Sync(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(SafeFileHandle descriptor);
}
