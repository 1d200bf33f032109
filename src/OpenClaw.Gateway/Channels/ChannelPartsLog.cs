using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Channels;

internal static partial class ChannelPartsLog
{
    [LoggerMessage(1421, LogLevel.Warning, "the journal of messages could not be swept")]
    public static partial void NotSwept(ILogger logger, Exception exception);
}
