using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>
/// The JSON-lines file: owner-only, a new one per local day, set aside in numbered parts when it grows too large, old days
/// deleted. Nothing of that is silent: each roll leaves a line that says what happened. Reopens a file that was moved away
/// from under it.
/// </summary>
internal sealed class LogFile : ILogSink, IDisposable
{
    private static readonly TimeSpan s_checkEvery = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly LogLine _line = new();
    private LogSettings _settings;
    private string? _directory;
    private FileStream? _stream;
    private string? _path;
    private DateOnly _day;
    private long _checkedAt;

    public LogFile(LogSettings settings, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _path = PathFor(Today());
    }

    /// <summary>The file written to now; known before the first line.</summary>
    public string CurrentPath => Volatile.Read(ref _path)!;

    public void Apply(LogSettings settings) => Volatile.Write(ref _settings, settings);

    public void Write(in LogEntry entry)
    {
        var settings = Volatile.Read(ref _settings);
        if (entry.Level < settings.FileLevel)
            return;
        try
        {
            Append(entry, settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk or a vanished directory costs log lines, never the gateway. The next line tries again.
            Close();
        }
    }

    public void Flush()
    {
        try
        {
            _stream?.Flush();
        }
        catch (IOException)
        {
            Close();
        }
    }

    public void Dispose()
    {
        Flush();
        Close();
        _line.Dispose();
    }

    private void Append(in LogEntry entry, LogSettings settings)
    {
        if (Today() is var today && (today != _day || _stream is null || WasMoved()))
            Open(today);
        Put(entry, settings.Redactor);
        if (_stream!.Length >= settings.MaxFileBytes)
            Roll(entry.Time, settings);
    }

    private void Put(in LogEntry entry, Redactor redactor) => _stream!.Write(_line.Format(entry, redactor));

    private void Open(DateOnly day)
    {
        Close();
        var path = PathFor(day);
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 16 * 1024,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (new FileInfo(path).LinkTarget is not null)
            throw new IOException($"{path} is a link");
        _stream = new FileStream(path, options);
        Volatile.Write(ref _path, path);
        _checkedAt = _time.GetTimestamp();
        if (_day != day)
            LogPruning.DeleteOld(path, Volatile.Read(ref _settings), _time);
        _day = day;
    }

    private void Roll(DateTimeOffset now, LogSettings settings)
    {
        var path = CurrentPath;
        Close();
        var part = LogPruning.SetAside(path, settings.MaxParts);
        Open(_day);
        var text = $"log reached {settings.MaxFileBytes} bytes; earlier lines are in {part} (at most {settings.MaxParts} parts are kept)";
        Put(new LogEntry(now, LogLevel.Warning, "logging", text), settings.Redactor);
    }

    /// <summary>An outside log rotation moves the file; at most once a second we look whether ours is still there.</summary>
    private bool WasMoved()
    {
        if (_time.GetElapsedTime(_checkedAt) < s_checkEvery)
            return false;
        _checkedAt = _time.GetTimestamp();
        return !File.Exists(CurrentPath);
    }

    private void Close()
    {
        var stream = _stream;
        _stream = null;
        try
        {
            stream?.Dispose();
        }
        catch (IOException)
        {
            // The last buffered lines did not fit on the disk; there is nowhere left to say so.
            return;
        }
    }

    private string PathFor(DateOnly day)
    {
        var settings = Volatile.Read(ref _settings);
        if (settings.File is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return file;
        }
        _directory ??= LogDirectory.Prepare(settings.Directory);
        Directory.CreateDirectory(_directory);
        return Path.Combine(_directory, LogPruning.FileName(day));
    }

    private DateOnly Today() => DateOnly.FromDateTime(_time.GetLocalNow().DateTime);
}
