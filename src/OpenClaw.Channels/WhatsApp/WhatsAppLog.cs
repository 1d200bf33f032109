using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>Log lines of WhatsApp accounts.</summary>
internal static partial class WhatsAppLog
{
    [LoggerMessage(1950, LogLevel.Error, "WhatsApp account {AccountId}: {Count} messages were lost before they reached the gateway ({Reason})")]
    public static partial void Gap(ILogger logger, string accountId, long count, string reason);
}
