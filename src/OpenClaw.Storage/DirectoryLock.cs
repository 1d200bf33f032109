namespace OpenClaw.Storage;

/// <summary>
/// A lock that is a directory, as the original's programs take it: whoever makes <c>&lt;file&gt;.lock</c> holds it. For files that both
/// change; between our own processes <see cref="FileLock"/> is better, because the kernel releases it. Held for moments only: one that
/// is older than <see cref="Stale"/> belongs to a process that died.
/// </summary>
public sealed class DirectoryLock : IDisposable
{
    /// <summary>Age from which a lock counts as left behind.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(500);
    private readonly string _path;

    private DirectoryLock(string path) => _path = path;

    /// <summary>Waits for the lock; null when it was not to be had until the deadline.</summary>
    /// <param name="path">The directory that is the lock; its parents are made with mode 0700.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="time">Clock; also judges the age of a lock that is there.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="IOException">The directory cannot be made.</exception>
    public static async Task<DirectoryLock?> AcquireAsync(string path, TimeSpan deadline, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(time);
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var start = time.GetTimestamp();
        for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            if (Posix.TryMakeDirectory(path))
                return new DirectoryLock(path);
            if (IsStale(path, time))
                Remove(path);
            else if (time.GetElapsedTime(start) >= deadline)
                return null;
            else
                await Task.Delay(pause * (0.5 + (Random.Shared.NextDouble() / 2)), time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Lets go.</summary>
    public void Dispose() => Remove(_path);

    private static bool IsStale(string path, TimeProvider time) =>
        Directory.Exists(path) && time.GetUtcNow() - Directory.GetLastWriteTimeUtc(path) > Stale;

    private static void Remove(string path)
    {
        try
        {
            Directory.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else took it for stale and removed it first.
        }
    }
}
