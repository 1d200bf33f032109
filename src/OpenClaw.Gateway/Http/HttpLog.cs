using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Http;

internal static partial class HttpLog
{
    [LoggerMessage(1301, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void Failed(ILogger logger, Exception exception, string method, string path);
}
