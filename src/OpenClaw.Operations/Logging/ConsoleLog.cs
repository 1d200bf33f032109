using System.Globalization;
using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>The console's lines (spec 05 §7.2): warnings and worse to the error stream, the rest to the output stream.</summary>
internal sealed class ConsoleLog(LogSettings settings, TextWriter output, TextWriter error) : ILogSink
{
    // Bright enough on dark and light backgrounds; a subsystem keeps its colour because the choice is a hash of its name.
    private static readonly string[] s_palette = ["36", "32", "33", "34", "35", "96", "92", "94"];

    private LogSettings _settings = settings;

    public void Apply(LogSettings settings) => Volatile.Write(ref _settings, settings);

    public void Write(in LogEntry entry)
    {
        var settings = Volatile.Read(ref _settings);
        if (entry.Level < settings.ConsoleLevel || !Passes(entry.Subsystem, settings.ConsoleSubsystem))
            return;
        if (entry.Verbatim && settings.ConsoleStyle == ConsoleStyle.Json)
            return;
        var line = entry.Verbatim ? entry.Message
            : settings.ConsoleStyle == ConsoleStyle.Json ? ConsoleJson.Format(entry, settings.Redactor)
            : Text(entry, settings);
        try
        {
            (entry.Level >= LogLevel.Warning ? error : output).WriteLine(line);
        }
        catch (IOException)
        {
            // The reader of our pipe has gone; the file still has everything.
            return;
        }
    }

    public void Flush()
    {
        try
        {
            output.Flush();
            error.Flush();
        }
        catch (IOException)
        {
            return;
        }
    }

    private static string Text(in LogEntry entry, LogSettings settings)
    {
        var name = SubsystemName.Display(entry.Subsystem);
        var message = settings.Redactor.Mask(SubsystemName.StripPrefix(entry.Message, name));
        if (entry.Error is { } error)
            message = $"{message}: {settings.Redactor.Mask(error.Message)}";
        if (settings.ConsoleStyle == ConsoleStyle.Compact)
            return $"{LogLine.Iso(entry.Time)} [{name}] {message}";

        var time = entry.Time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (!settings.Colour)
            return $"{time} [{name}] {message}";
        var tint = entry.Level switch
        {
            >= LogLevel.Error => "31",
            LogLevel.Warning => "33",
            LogLevel.Information => "0",
            _ => "90",
        };
        return $"\e[90m{time}\e[0m \e[{s_palette[Hash(name) % s_palette.Length]}m[{name}]\e[0m \e[{tint}m{message}\e[0m";
    }

    private static bool Passes(string subsystem, string? only) =>
        only is null || subsystem == only || subsystem.StartsWith(only + "/", StringComparison.Ordinal);

    private static int Hash(string name) => name.Aggregate(0, (hash, c) => ((hash * 31) + c) & 0x7fff_ffff);
}
