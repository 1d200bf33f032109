using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Agents.Files;

/// <summary>
/// The lock file beside a state file that other implementations of this product honour too: created exclusively, removed when done
/// (spec 08 §4 and §5). A holder that died is recognised by its process id, or by age.
/// </summary>
internal sealed class SidecarLock : IDisposable
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan s_giveUp = TimeSpan.FromSeconds(10);

    private readonly string _path;
    private bool _released;

    private SidecarLock(string path) => _path = path;

    /// <summary>
    /// Waits up to 10 s.
    /// </summary>
    /// <param name="path">The lock file itself.</param>
    /// <param name="stampName">Name of the time member: <c>startedAt</c> for stores, <c>createdAt</c> for transcripts.</param>
    /// <param name="stale">A lock older than this is removed whoever holds it.</param>
    /// <param name="time">Clock for the stamp and the waits.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="TimeoutException">Somebody else kept it for 10 s.</exception>
    public static async Task<SidecarLock> AcquireAsync(string path, string stampName, TimeSpan stale, TimeProvider time, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (TryCreate(path, stampName, time))
                return new SidecarLock(path);
            if (IsStale(path, stale, time))
            {
                File.Delete(path);
                continue;
            }

            if (time.GetElapsedTime(started) > s_giveUp)
                throw new TimeoutException($"timeout waiting for {path}; if no other gateway uses this state directory, remove that file");
            await Task.Delay(s_poll, time, ct).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_released)
            return;
        _released = true;
        File.Delete(_path);
    }

    private static bool TryCreate(string path, string stampName, TimeProvider time)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            var stamp = stampName == "createdAt"
                ? $"\"{time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\""
                : time.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            file.Write(Encoding.UTF8.GetBytes($"{{\"pid\":{Environment.ProcessId},\"{stampName}\":{stamp}}}"));
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        catch (IOException) when (Directory.Exists(Path.GetDirectoryName(path)))
        {
            // The holder removed its file between our failed creation and this look: simply try again.
            return false;
        }
    }

    private static bool IsStale(string path, TimeSpan stale, TimeProvider time)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
            return false;
        if (time.GetUtcNow() - info.LastWriteTimeUtc > stale)
            return true;
        return Holder(path) is { } pid && pid != Environment.ProcessId && !IsAlive(pid);
    }

    private static int? Holder(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.TryGetProperty("pid", out var pid) && pid.TryGetInt32(out var value) ? value : null;
        }
        catch (Exception problem) when (problem is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
