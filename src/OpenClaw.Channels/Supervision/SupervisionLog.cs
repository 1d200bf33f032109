using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Supervision;

internal static partial class SupervisionLog
{
    [LoggerMessage(1401, LogLevel.Information, "[{Account}] starting")]
    public static partial void Starting(ILogger logger, string account);

    [LoggerMessage(1402, LogLevel.Warning, "[{Account}] not started: {Reason}")]
    public static partial void NotStarted(ILogger logger, string account, string reason);

    [LoggerMessage(1403, LogLevel.Error, "[{Account}] channel exited: {Reason}; trying again in {Seconds} s")]
    public static partial void Exited(ILogger logger, string account, string reason, long seconds);

    [LoggerMessage(1404, LogLevel.Error, "[{Account}] channel stopped: {Reason}")]
    public static partial void NeedsHelp(ILogger logger, string account, string reason);

    [LoggerMessage(1405, LogLevel.Information, "[{Account}] stopped")]
    public static partial void Stopped(ILogger logger, string account);

    [LoggerMessage(1406, LogLevel.Warning, "[{Account}] did not stop within {Seconds} s; it is left behind")]
    public static partial void LeftBehind(ILogger logger, string account, long seconds);

    [LoggerMessage(1407, LogLevel.Warning, "[{Account}] could not be put away")]
    public static partial void NotPutAway(ILogger logger, Exception exception, string account);

    [LoggerMessage(1408, LogLevel.Warning, "channels are not started: {Variable} is set")]
    public static partial void Skipped(ILogger logger, string variable);

    [LoggerMessage(1409, LogLevel.Error, "a change of the config could not be followed by the channels")]
    public static partial void NotFollowed(ILogger logger, Exception exception);
}
