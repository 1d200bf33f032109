using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.ControlPlane;

internal static partial class StateFileLog
{
    [LoggerMessage(1021, LogLevel.Error, "{Path} cannot be read and counts as empty: {Problem}")]
    public static partial void Unreadable(ILogger logger, string path, string problem);

    [LoggerMessage(1022, LogLevel.Error, "{Path} cannot be copied aside: {Problem}")]
    public static partial void NotKept(ILogger logger, string path, string problem);
}
