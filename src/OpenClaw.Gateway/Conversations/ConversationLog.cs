using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Conversations;

// 16xx conversations
internal static partial class ConversationLog
{
    [LoggerMessage(1601, LogLevel.Warning, "Run {RunId} in {SessionKey} failed after {DurationMs} ms: {Error}")]
    public static partial void RunFailed(ILogger logger, string runId, string sessionKey, long durationMs, string error);

    [LoggerMessage(1602, LogLevel.Debug, "Run {RunId} in {SessionKey} ended as {Status} after {DurationMs} ms, {Input} tokens in, {Output} out")]
    public static partial void RunEnded(ILogger logger, string runId, string sessionKey, string status, long durationMs, long input, long output);

    [LoggerMessage(1603, LogLevel.Information, "Dropped {Count} attachments that are not images")]
    public static partial void AttachmentsDropped(ILogger logger, int count);

    [LoggerMessage(1604, LogLevel.Warning, "Run {RunId} in {SessionKey} waited {WaitedMs} ms for its turn")]
    public static partial void Waited(ILogger logger, string runId, string sessionKey, long waitedMs);

    [LoggerMessage(1605, LogLevel.Error, "Run {RunId} in {SessionKey} ended by a fault")]
    public static partial void RunFaulted(ILogger logger, string runId, string sessionKey, Exception fault);

    [LoggerMessage(1606, LogLevel.Warning, "The last gateway left {Count} runs unfinished: {Repeated} were begun anew, the others are told of in their sessions")]
    public static partial void Recovered(ILogger logger, int count, int repeated);

    [LoggerMessage(1607, LogLevel.Error, "Run {RunId} in {SessionKey} was left unfinished by the last gateway and could not be dealt with; the next start tries again")]
    public static partial void RunNotRecovered(ILogger logger, string runId, string sessionKey, Exception problem);

    [LoggerMessage(1608, LogLevel.Error, "The runs that the last gateway left unfinished are not known: the journal of runs cannot be read")]
    public static partial void RecoveryFailed(ILogger logger, Exception problem);

    [LoggerMessage(1609, LogLevel.Warning, "The transcript of {SessionKey} has lines that cannot be read and are passed over: {Lines}")]
    public static partial void TranscriptDamaged(ILogger logger, string sessionKey, string lines);

    [LoggerMessage(1610, LogLevel.Warning, "What was said in {SessionKey} is missing in its transcript: {Problem}")]
    public static partial void AnswerNotStored(ILogger logger, string sessionKey, string problem);

    [LoggerMessage(1611, LogLevel.Error, "Message {RunId} in {SessionKey} ended by a fault in a command")]
    public static partial void CommandFaulted(ILogger logger, string runId, string sessionKey, Exception fault);

    [LoggerMessage(1612, LogLevel.Warning, "What became of run {RunId} after the restart was not sent to {Channel}: {Problem}")]
    public static partial void RecoveryNotSent(ILogger logger, string runId, string channel, string problem);

    [LoggerMessage(1613, LogLevel.Error, "Message {RunId} in {SessionKey} was not ended in the journal; the next start takes it up")]
    public static partial void MessageNotEnded(ILogger logger, string runId, string sessionKey, Exception problem);

    [LoggerMessage(1614, LogLevel.Error, "The answer of {RunId} waits to be written down: {Problem}")]
    public static partial void AnswerWaits(ILogger logger, string runId, string problem);

    [LoggerMessage(1615, LogLevel.Warning, "The answer of {RunId} cannot go out on {Channel} as it is: {Problem}")]
    public static partial void AnswerUnfit(ILogger logger, string runId, string channel, string problem);
}
