using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Http.Hooks;

// 182x hooks
internal static partial class HookLog
{
    [LoggerMessage(1821, LogLevel.Warning, "A hook was called with its token in the address, where proxies and logs see it; send the header Authorization: Bearer instead")]
    public static partial void QueryToken(ILogger logger);

    [LoggerMessage(1822, LogLevel.Warning, "The transform of hook mapping {Mapping} failed: {Problem}")]
    public static partial void TransformFailed(ILogger logger, string mapping, string problem);

    [LoggerMessage(1823, LogLevel.Warning, "Hooks: {Address} is not looked at for {Seconds} s after {Failures} wrong tokens")]
    public static partial void Blocked(ILogger logger, string address, long seconds, int failures);

    [LoggerMessage(1824, LogLevel.Information, "Hook {JobId} {Status}: {Error}")]
    public static partial void Ended(ILogger logger, string jobId, string status, string error);

    [LoggerMessage(1825, LogLevel.Error, "Hook {JobId} ended by a fault")]
    public static partial void Fault(ILogger logger, Exception fault, string jobId);

    [LoggerMessage(1826, LogLevel.Warning, "{Problem}")]
    public static partial void Warning(ILogger logger, string problem);
}
