using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>
/// The log of a running gateway: one file, one console, one redactor. Owns both writers; loggers made by
/// <see cref="OpenClawLoggerProvider"/> feed it from any thread and never wait. Dispose it last: it writes what is queued.
/// </summary>
public sealed class GatewayLog : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly LogFile _file;
    private readonly ConsoleLog _console;
    private readonly BufferedSink _toFile;
    private readonly BufferedSink _toConsole;
    private readonly RepeatFilter _repeats;
    private LogSettings _settings;

    /// <summary>Starts both writers. Creates the log directory, opens the file with the first line.</summary>
    /// <param name="settings">Initial settings; see <see cref="Apply"/>.</param>
    /// <param name="time">Clock; its local time zone decides when a day ends.</param>
    /// <param name="output">Console output, default the process's.</param>
    /// <param name="error">Console errors, default the process's.</param>
    public GatewayLog(LogSettings settings, TimeProvider time, TextWriter? output = null, TextWriter? error = null)
    {
        _time = time;
        _settings = settings;
        _repeats = new RepeatFilter(time);
        _file = new LogFile(settings, time);
        _console = new ConsoleLog(settings, output ?? Console.Out, error ?? Console.Error);
        _toFile = new BufferedSink(_file);
        _toConsole = new BufferedSink(_console);
        Loggers = new OpenClawLoggerProvider(this);
    }

    /// <summary>Makes the loggers that write here; also an <see cref="ILoggerFactory"/>.</summary>
    public OpenClawLoggerProvider Loggers { get; }

    /// <summary>The file lines go to now; changes at midnight.</summary>
    public string FilePath => _file.CurrentPath;

    /// <summary>The settings in force.</summary>
    public LogSettings Settings => Volatile.Read(ref _settings);

    /// <summary>Changes levels, style and redaction from the next line on. A new file name takes effect with the next opened file.</summary>
    public void Apply(LogSettings settings)
    {
        Volatile.Write(ref _settings, settings);
        _file.Apply(settings);
        _console.Apply(settings);
    }

    /// <summary>True when a line of this level would go anywhere.</summary>
    public bool IsEnabled(LogLevel level) =>
        level != LogLevel.None && Settings is var s && (level >= s.FileLevel || level >= s.ConsoleLevel);

    /// <summary>Queues one line for file and console.</summary>
    public void Write(LogLevel level, string subsystem, string message, Exception? error = null)
    {
        if (!IsEnabled(level) || !_repeats.Admit(subsystem, message, out var swallowed))
            return;
        if (swallowed > 0)
            message = $"{message} (repeated {swallowed} more times)";
        var entry = new LogEntry(_time.GetUtcNow(), level, subsystem, message, error);
        _toFile.Add(entry);
        _toConsole.Add(entry);
    }

    /// <summary>Queues one line for the file only: what the console has been told in other words.</summary>
    public void WriteToFile(LogLevel level, string subsystem, string message) =>
        _toFile.Add(new LogEntry(_time.GetUtcNow(), level, subsystem, message));

    /// <summary>
    /// Prints a line on the console in its turn, as it is, and nowhere else: for what a person at the terminal may see and a file must
    /// not keep. Silent in the JSON style.
    /// </summary>
    public void Say(string line) =>
        _toConsole.Add(new LogEntry(_time.GetUtcNow(), LogLevel.Information, "gateway", line, Verbatim: true));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var (subsystem, message, swallowed) in _repeats.Drain())
        {
            var entry = new LogEntry(_time.GetUtcNow(), LogLevel.Warning, subsystem, $"{message} (repeated {swallowed} more times)");
            _toFile.Add(entry);
            _toConsole.Add(entry);
        }
        await _toFile.DisposeAsync().ConfigureAwait(false);
        await _toConsole.DisposeAsync().ConfigureAwait(false);
    }
}
