using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenClaw.Operations.Logging;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations.Locks;

/// <summary>
/// The original's lock: a file that exists while its gateway runs. Its owner may have died without deleting it, so pid and
/// start time decide, and age when they cannot (spec 05 §2).
/// </summary>
internal sealed class OriginalLock : IDisposable
{
    private static readonly TimeSpan s_stale = TimeSpan.FromSeconds(30);

    private readonly string _path;

    private OriginalLock(string path) => _path = path;

    /// <summary><c>&lt;temp&gt;/openclaw-&lt;uid&gt;/gateway.&lt;hash of the config path&gt;.lock</c>.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Names a file after a path, as the original does; nothing is secured by it.")]
    public static string PathFor(string configFile)
    {
        var hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(configFile)))[..8];
        var directory = OperatingSystem.IsWindows() ? "openclaw" : $"openclaw-{CurrentUser.Id}";
        return Path.Combine(Path.GetTempPath(), directory, $"gateway.{hash}.lock");
    }

    /// <summary>Creates the file; null when a living gateway owns it.</summary>
    public static OriginalLock? TryTake(string configFile, TimeProvider time, out LockHolder? holder)
    {
        var path = PathFor(configFile);
        Storage.AtomicFile.EnsureDirectory(Path.GetDirectoryName(path)!);
        holder = null;
        // Twice: the first attempt may find a dead owner's file and remove it.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            if (TryCreate(path, configFile, time))
                return new OriginalLock(path);
            if (Owner(path, time) is { } alive)
            {
                holder = alive;
                return null;
            }
            File.Delete(path);
        }
        holder = new LockHolder(null, null, path);
        return null;
    }

    public void Dispose()
    {
        // Only our own: after a stolen lock the file may belong to a successor.
        if (Read(_path)?.Pid == Environment.ProcessId)
            File.Delete(_path);
    }

    private static bool TryCreate(string path, string configFile, TimeProvider time)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Storage.AtomicFile.OwnerOnly;
        try
        {
            using var stream = new FileStream(path, options);
            var content = new OriginalLockContent
            {
                Pid = Environment.ProcessId,
                CreatedAt = LogLine.Iso(time.GetUtcNow()),
                ConfigPath = configFile,
                StartTime = ProcessFacts.StartTicks(Environment.ProcessId),
            };
            JsonSerializer.Serialize(stream, content, OperationsJson.Default.OriginalLockContent);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    /// <summary>The living owner, or null when the file is a leftover.</summary>
    private static LockHolder? Owner(string path, TimeProvider time)
    {
        var content = Read(path);
        var alive = content is null ? null : IsAlive(content);
        if (alive == false || (alive is null && IsOld(path, content, time)))
            return null;
        return new LockHolder(content?.Pid, null, path);
    }

    /// <summary>Null when it cannot be told.</summary>
    private static bool? IsAlive(OriginalLockContent content)
    {
        if (content.Pid == Environment.ProcessId || !ProcessFacts.Exists(content.Pid))
            return false;
        if (!OperatingSystem.IsLinux())
            return true;
        if (content.StartTime is { } recorded)
            return ProcessFacts.StartTicks(content.Pid) is { } actual ? actual == recorded : null;
        return ProcessFacts.Arguments(content.Pid) is { } words
            && words.Contains("gateway")
            && words.Any(w => Path.GetFileName(w) is "openclaw" or "openclaw.mjs" or "entry.js" or "index.js" or "openclaw.dll");
    }

    private static bool IsOld(string path, OriginalLockContent? content, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var created = DateTimeOffset.TryParse(content?.CreatedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
        return now - created > s_stale;
    }

    private static OriginalLockContent? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), OperationsJson.Default.OriginalLockContent);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
