using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>The level names of configuration and log file, and their numbers (spec 05 §7.1).</summary>
public static class LogLevels
{
    /// <summary>Accepted values of <c>logging.level</c> and <c>logging.consoleLevel</c>, least talkative first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["silent", "fatal", "error", "warn", "info", "debug", "trace"];

    /// <summary>The level of a configured name; null when it is not one of <see cref="Names"/>.</summary>
    public static LogLevel? Parse(string? name) => name switch
    {
        "silent" => LogLevel.None,
        "fatal" => LogLevel.Critical,
        "error" => LogLevel.Error,
        "warn" => LogLevel.Warning,
        "info" => LogLevel.Information,
        "debug" => LogLevel.Debug,
        "trace" => LogLevel.Trace,
        _ => null,
    };

    /// <summary>Lower-case name as the console and readers show it.</summary>
    public static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "fatal",
        LogLevel.Error => "error",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        LogLevel.Debug => "debug",
        LogLevel.Trace => "trace",
        _ => "silent",
    };

    /// <summary><c>_meta.logLevelName</c> of a file line.</summary>
    internal static string FileNameOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "FATAL",
        LogLevel.Error => "ERROR",
        LogLevel.Warning => "WARN",
        LogLevel.Information => "INFO",
        LogLevel.Debug => "DEBUG",
        _ => "TRACE",
    };

    /// <summary><c>_meta.logLevelId</c> of a file line: trace 1 … fatal 6.</summary>
    internal static int FileIdOf(LogLevel level) => (int)level + 1;
}
