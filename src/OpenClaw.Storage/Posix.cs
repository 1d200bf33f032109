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

    /// <summary>Makes a directory with mode 0700; false when something of that name is there already. The base library cannot tell the two apart.</summary>
    /// <exception cref="IOException">It could not be made for another reason.</exception>
    public static bool TryMakeDirectory(string path)
    {
        const int FileExists = 17;
        const int AlreadyExists = 183;
        if (OperatingSystem.IsWindows() ? MakeDirectoryOnWindows(path, 0) : MakeDirectory(path, 0x1C0) == 0)
            return true;
        var error = Marshal.GetLastPInvokeError();
        return error == (OperatingSystem.IsWindows() ? AlreadyExists : FileExists)
            ? false
            : throw new IOException($"{path} cannot be made: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    [LibraryImport("libc", EntryPoint = "mkdir", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MakeDirectory(string path, uint mode);

    [LibraryImport("kernel32", EntryPoint = "CreateDirectoryW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool MakeDirectoryOnWindows(string path, nint security);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(SafeFileHandle descriptor);
}
