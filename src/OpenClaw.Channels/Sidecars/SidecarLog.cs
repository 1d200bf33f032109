using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Sidecars;

// 147x sidecars
internal static partial class SidecarLog
{
    [LoggerMessage(1470, LogLevel.Information, "{Name} {Version} runs as process {ProcessId} ({Library}, {Runtime})")]
    public static partial void Started(ILogger logger, string name, string version, int processId, string library, string runtime);

    [LoggerMessage(1471, LogLevel.Warning, "{Name} ended: {Reason}; started again in {DelayMs} ms")]
    public static partial void Ended(ILogger logger, string name, string reason, long delayMs);

    [LoggerMessage(1472, LogLevel.Error, "{Name} does not run: {Reason}")]
    public static partial void Failed(ILogger logger, string name, string reason);

    [LoggerMessage(1473, LogLevel.Warning, "{Name} does not answer; it is ended")]
    public static partial void Silent(ILogger logger, string name);

    [LoggerMessage(1474, LogLevel.Debug, "{Line}")]
    public static partial void ErrorLine(ILogger logger, string line);

    [LoggerMessage(1475, LogLevel.Warning, "{Text}")]
    public static partial void Warning(ILogger logger, string text);

    [LoggerMessage(1476, LogLevel.Debug, "{Text}")]
    public static partial void Note(ILogger logger, string text);

    [LoggerMessage(1477, LogLevel.Information, "{Name} stopped")]
    public static partial void Stopped(ILogger logger, string name);

    [LoggerMessage(1478, LogLevel.Information, "{Text}")]
    public static partial void Install(ILogger logger, string text);

    [LoggerMessage(1479, LogLevel.Error, "A fault in the {Name}")]
    public static partial void Fault(ILogger logger, Exception fault, string name);
}
