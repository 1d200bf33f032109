using System.Text;

namespace OpenClaw.Storage;

/// <summary>
/// A lock on an open file handle. The kernel releases it when the process ends, however it ends, so it is never stale. The
/// file itself stays behind and means nothing when nobody holds it.
/// </summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan s_retry = TimeSpan.FromMilliseconds(10);
    private readonly FileStream _stream;

    private FileLock(string path, FileStream stream)
    {
        Path = path;
        _stream = stream;
    }

    /// <summary>The lock file.</summary>
    public string Path { get; }

    /// <summary>Takes the lock, or returns null when another holder (in this process or another) has it.</summary>
    /// <param name="path">The lock file, created with mode 0600; missing directories with 0700.</param>
    /// <param name="content">What <see cref="ReadContent"/> shows to others while the lock is held, such as the holder's process id.</param>
    /// <exception cref="UnauthorizedAccessException">The lock file may not be opened.</exception>
    /// <exception cref="DirectoryNotFoundException">The directory cannot be created.</exception>
    public static FileLock? TryAcquire(string path, string content = "")
    {
        var full = System.IO.Path.GetFullPath(path);
        AtomicFile.EnsureDirectory(System.IO.Path.GetDirectoryName(full)!);
        FileStream stream;
        try
        {
            stream = new FileStream(full, Options());
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
        var held = new FileLock(full, stream);
        held.Publish(content);
        return held;
    }

    /// <summary>Waits for the lock until <paramref name="deadline"/> has passed; null when it was not to be had in that time.</summary>
    public static async Task<FileLock?> AcquireAsync(
        string path, TimeSpan deadline, TimeProvider time, string content = "", CancellationToken cancellationToken = default)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            if (TryAcquire(path, content) is { } held)
                return held;
            if (time.GetElapsedTime(start) >= deadline)
                return null;
            await Task.Delay(s_retry, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The content the present (or last) holder published; null when there is no such file. Works while the lock is held.</summary>
    public static string? ReadContent(string path)
    {
        using var stream = OpenBesideTheLock(path);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Replaces the published content.</summary>
    public void Publish(string content)
    {
        _stream.SetLength(0);
        _stream.Write(Encoding.UTF8.GetBytes(content));
        _stream.Flush();
    }

    /// <summary>Empties the file and lets go. The file is not deleted: a deleted lock file could be held twice.</summary>
    public void Dispose()
    {
        if (_stream.CanWrite)
            _stream.SetLength(0);
        _stream.Dispose();
    }

    private static FileStreamOptions Options()
    {
        // Unix: "no sharing" becomes flock(LOCK_EX). Windows: another writer is refused, readers may look.
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = AtomicFile.OwnerOnly;
        return options;
    }

    private static FileStream? OpenBesideTheLock(string path)
    {
        if (!File.Exists(path))
            return null;
        if (OperatingSystem.IsWindows())
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var handle = Posix.OpenForReading(path);
        return handle is null ? null : new FileStream(handle, FileAccess.Read);
    }
}
