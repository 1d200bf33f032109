using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Automation;

// 18xx automation
internal static partial class AutomationLog
{
    [LoggerMessage(1801, LogLevel.Information, "Job {JobId} {Status} after {DurationMs} ms: {Error}")]
    public static partial void JobEnded(ILogger logger, string jobId, string status, long durationMs, string error);

    [LoggerMessage(1802, LogLevel.Warning, "{Problem}")]
    public static partial void JobProblem(ILogger logger, string problem);

    [LoggerMessage(1803, LogLevel.Error, "A fault in {Where}")]
    public static partial void Fault(ILogger logger, Exception fault, string where);

    [LoggerMessage(1804, LogLevel.Debug, "Heartbeat {Status} after {DurationMs} ms: {Reason}")]
    public static partial void Beat(ILogger logger, string status, long durationMs, string reason);

    [LoggerMessage(1805, LogLevel.Warning, "Heartbeat failed after {DurationMs} ms: {Reason}")]
    public static partial void BeatFailed(ILogger logger, long durationMs, string reason);

    [LoggerMessage(1806, LogLevel.Warning, "Hook {Hook}: {Problem}")]
    public static partial void HookProblem(ILogger logger, string hook, string problem);
}
