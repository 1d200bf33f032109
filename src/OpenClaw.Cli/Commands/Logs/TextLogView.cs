using OpenClaw.Cli.Remote;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol.Logs;

namespace OpenClaw.Cli.Commands.Logs;

/// <summary>Lines for people: plain ones as they are in the file, pretty ones with a short time and colours.</summary>
internal sealed class TextLogView(Screen screen, bool plain) : ILogView
{
    private string? _file;

    public void Page(LogsTailResult page, bool first)
    {
        if (page.File != _file)
            screen.Line($"Log file: {page.File}");
        _file = page.File;
        if (page.Reset)
            screen.Note("Log cursor reset (file rotated).");
        if (first && page.Truncated && page.Lines.Count > 0)
            screen.Note("Showing the end of the log only (raise --max-bytes for more).");
        foreach (var line in page.Lines)
            screen.Line(LogRecord.Parse(line) is { } record ? Format(record) : line);
    }

    public void Notice(string text) => screen.Note(text);

    public void Failure(string error, GatewayTarget target, IReadOnlyList<string> details)
    {
        screen.Error(error);
        foreach (var line in details)
            screen.Note(line);
    }

    private string Format(LogRecord record)
    {
        var source = record.Subsystem ?? record.Module;
        if (plain)
            return string.Join(' ', new[] { record.Time, record.Level, source, record.Message }.Where(p => !string.IsNullOrEmpty(p)));
        var time = record.Time is { Length: >= 19 } iso ? iso[11..19] : record.Time ?? "";
        var message = record.Level switch
        {
            "fatal" or "error" => screen.Bad(record.Message),
            "warn" => screen.Caution(record.Message),
            "debug" or "trace" => screen.Dim(record.Message),
            _ => record.Message,
        };
        return $"{screen.Dim(time)} {record.Level ?? "info",-5} {(source is null ? "" : screen.Accent(source) + " ")}{message}";
    }
}
