using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Lifecycle;

internal static partial class LifecycleLog
{
    [LoggerMessage(1501, LogLevel.Information, "listening on {Address} (PID {Pid})")]
    public static partial void Listening(ILogger logger, string address, int pid);

    [LoggerMessage(1502, LogLevel.Warning, "{Warning}")]
    public static partial void Warning(ILogger logger, string warning);

    [LoggerMessage(1503, LogLevel.Information, "ready after {Total} ms (bind {Bind} ms, listen {Listen} ms, compose {Compose} ms)")]
    public static partial void Ready(ILogger logger, long total, long bind, long listen, long compose);

    [LoggerMessage(1504, LogLevel.Information, "stopped: {Reason}")]
    public static partial void Stopped(ILogger logger, string reason);

    [LoggerMessage(1505, LogLevel.Error, "{Part} failed while stopping")]
    public static partial void StopFailed(ILogger logger, Exception exception, string part);

    [LoggerMessage(1506, LogLevel.Error, "{Loop} failed; it goes on at its next turn")]
    public static partial void LoopFailed(ILogger logger, Exception exception, string loop);
}
