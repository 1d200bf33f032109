using System.Globalization;
using System.Text;

namespace OpenClaw.Storage;

/// <summary>
/// Files that are written whole or not at all: a temporary file beside the target, fsync, rename, fsync of the directory.
/// A reader, or a start after a crash, sees the old content or the new content and nothing between.
/// </summary>
public static class AtomicFile
{
    /// <summary>Owner may read and write; everybody else nothing.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode DirectoryMode = OwnerOnly | UnixFileMode.UserExecute;

    /// <summary>
    /// Replaces <paramref name="path"/> with <paramref name="content"/>. Missing directories are created with mode 0700. A symbolic
    /// link is followed, so a linked file stays a link.
    /// </summary>
    /// <exception cref="IOException">The write failed (full disk, for one); the old file is untouched and the temporary file is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory or file may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode = OwnerOnly)
    {
        var target = Resolve(path);
        var directory = Path.GetDirectoryName(target)!;
        EnsureDirectory(directory);
        var temporary = TemporaryName(target);
        try
        {
            using (var stream = new FileStream(temporary, NewFile(mode)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // What the base library makes of a file-size limit (EFBIG).
            File.Delete(temporary);
            throw new IOException($"The file may not grow to {content.Length} bytes here.", e);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        Posix.SyncDirectory(directory);
    }

    /// <summary><see cref="Write(string, ReadOnlySpan{byte}, UnixFileMode)"/> for text, written as UTF-8 without a byte-order mark.</summary>
    public static void Write(string path, string content, UnixFileMode mode = OwnerOnly) => Write(path, Encoding.UTF8.GetBytes(content), mode);

    /// <summary>
    /// As <see cref="Write(string, ReadOnlySpan{byte}, UnixFileMode)"/>, off the caller's thread: fsync may take long. Cancelling after the
    /// start has no effect.
    /// </summary>
    public static Task WriteAsync(
        string path, ReadOnlyMemory<byte> content, UnixFileMode mode = OwnerOnly, CancellationToken cancellationToken = default) =>
        Task.Run(() => Write(path, content.Span, mode), cancellationToken);

    /// <summary>Creates the directory and its missing parents with mode 0700. An existing directory keeps its mode.</summary>
    public static void EnsureDirectory(string directory)
    {
        if (Directory.Exists(directory))
            return;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
            return;
        }
        // One by one: the base library gives the mode to the last directory only.
        if (Path.GetDirectoryName(Path.GetFullPath(directory)) is { } parent)
            EnsureDirectory(parent);
        Directory.CreateDirectory(directory, DirectoryMode);
    }

    /// <summary>
    /// Deletes temporary files that a killed writer left beside <paramref name="path"/>. Only for a caller that holds the lock
    /// which every writer of the file takes; otherwise a live writer could lose its work.
    /// </summary>
    public static void RemoveLeftovers(string path)
    {
        var target = Resolve(path);
        var directory = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(directory))
            return;
        foreach (var file in Directory.EnumerateFiles(directory, Path.GetFileName(target) + ".*.tmp"))
            File.Delete(file);
    }

    private static string TemporaryName(string target) =>
        string.Create(CultureInfo.InvariantCulture, $"{target}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");

    private static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    private static FileStreamOptions NewFile(UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        return options;
    }
}
