using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Tools;

/// <summary>Log lines of the gateway's tools.</summary>
internal static partial class ToolLog
{
    [LoggerMessage(1731, LogLevel.Warning, "What session {SessionKey} wanted to announce was not delivered: {Reason}")]
    public static partial void NotAnnounced(ILogger logger, string sessionKey, string reason);

    [LoggerMessage(1732, LogLevel.Warning, "The report of sub-agent {RunId} for session {SessionKey} was not delivered: {Reason}")]
    public static partial void NotReported(ILogger logger, string runId, string sessionKey, string reason);

    [LoggerMessage(1733, LogLevel.Warning, "What was sent to session {SessionKey} could not be noted in its transcript: {Reason}")]
    public static partial void NotMirrored(ILogger logger, string sessionKey, string reason);
}
