using Microsoft.Extensions.Logging;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.Media;

/// <summary>
/// Removes old media, at the start and every hour (spec 10 §15-21): received files after a week or beyond 2 GiB, the oldest first; what was
/// fetched or made for a single send and left behind after a day. Links are never followed.
/// </summary>
public sealed class MediaRetention : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromHours(1);

    // Somebody may be about to read it, however full the directory is.
    private static readonly TimeSpan s_untouched = TimeSpan.FromHours(1);

    private readonly IReadOnlyList<RetentionRule> _rules;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Makes it; nothing is removed yet.</summary>
    /// <param name="rules">What is kept how long.</param>
    /// <param name="time">Clock.</param>
    /// <param name="logger">Told how much was removed.</param>
    public MediaRetention(IReadOnlyList<RetentionRule> rules, TimeProvider time, ILogger logger) => (_rules, _time, _logger) = (rules, time, logger);

    /// <summary>The usual rules.</summary>
    public static IReadOnlyList<RetentionRule> RulesOf(ConfigPaths paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return
        [
            new(InboundMediaStore.FolderOf(paths), TimeSpan.FromDays(7), 2L * 1024 * 1024 * 1024),
            new(OutboundMedia.FolderOf(paths), TimeSpan.FromDays(1)),
            new(Path.Combine(paths.StateDir, "media", "downloads"), TimeSpan.FromDays(1)),
        ];
    }

    /// <summary>Begins.</summary>
    public void Start() => _loop = Task.Run(() => RunAsync(_stop.Token), CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>Removes what is due now.</summary>
    public void Sweep()
    {
        foreach (var rule in _rules)
        {
            try
            {
                var (count, bytes) = Sweep(rule);
                if (count > 0)
                    MediaLog.Removed(_logger, count, bytes, Path.GetFileName(rule.Folder));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                MediaLog.NotRemoved(_logger, problem, Path.GetFileName(rule.Folder));
            }
        }
    }

    private (int Count, long Bytes) Sweep(RetentionRule rule)
    {
        var folder = new DirectoryInfo(rule.Folder);
        if (!folder.Exists || folder.LinkTarget is not null)
            return (0, 0);
        var now = _time.GetUtcNow().UtcDateTime;
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var files = folder.EnumerateFiles("*", options).Select(static f => (File: f, f.Length, Written: f.LastWriteTimeUtc)).OrderBy(static f => f.Written).ToList();
        var (total, count, removed) = (files.Sum(static f => f.Length), 0, 0L);
        foreach (var (file, length, written) in files)
        {
            var age = now - written;
            if (age <= rule.MaxAge && !(total > rule.MaxBytes && age > s_untouched))
                continue;
            file.Delete();
            total -= length;
            (count, removed) = (count + 1, removed + length);
        }

        foreach (var empty in folder.EnumerateDirectories("*", options).OrderByDescending(static d => d.FullName.Length))
        {
            if (now - empty.LastWriteTimeUtc > rule.MaxAge && !empty.EnumerateFileSystemInfos().Any())
                empty.Delete();
        }

        return (count, removed);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Sweep();
            await Task.Delay(s_pause, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
