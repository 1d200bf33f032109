using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Media;

internal static partial class MediaLog
{
    [LoggerMessage(1481, LogLevel.Information, "removed {Count} old media files ({Bytes} bytes) from {Folder}")]
    public static partial void Removed(ILogger logger, int count, long bytes, string folder);

    [LoggerMessage(1482, LogLevel.Warning, "old media files in {Folder} could not be removed")]
    public static partial void NotRemoved(ILogger logger, Exception exception, string folder);
}
