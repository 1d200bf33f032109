using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.ControlPlane.Health;

internal static partial class HealthLog
{
    [LoggerMessage(1211, LogLevel.Warning, "Health refresh failed")]
    public static partial void Failed(ILogger logger, Exception exception);
}
