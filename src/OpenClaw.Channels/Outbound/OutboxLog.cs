using Microsoft.Extensions.Logging;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound;

internal static partial class OutboxLog
{
    [LoggerMessage(1450, LogLevel.Warning, "[{Channel}/{Account}] outbox {Id} could not be noted as {State}, trying on: {Reason}")]
    public static partial void NotNoted(ILogger logger, string channel, string account, long id, OutboxState state, string reason);

    [LoggerMessage(1451, LogLevel.Warning, "[{Channel}/{Account}] outbox {Id} was given up after {Tries} tries: {Reason}")]
    public static partial void GivenUp(ILogger logger, string channel, string account, long id, int tries, string reason);

    [LoggerMessage(1452, LogLevel.Information, "[{Channel}/{Account}] outbox {Id}: try {Tries} failed, again in {Seconds} s: {Reason}")]
    public static partial void TryingAgain(ILogger logger, string channel, string account, long id, int tries, double seconds, string reason);

    [LoggerMessage(1453, LogLevel.Warning, "[{Channel}/{Account}] outbox {Id} is sent again although it may have been taken: the end of the first try is not known")]
    public static partial void Uncertain(ILogger logger, string channel, string account, long id);

    [LoggerMessage(1454, LogLevel.Error, "[{Channel}/{Account}] outbox {Id}: the channel failed instead of saying why")]
    public static partial void SendThrew(ILogger logger, Exception exception, string channel, string account, long id);

    [LoggerMessage(1455, LogLevel.Error, "The outbox could not be read, trying on: {Reason}")]
    public static partial void NotRead(ILogger logger, string reason);

    [LoggerMessage(1456, LogLevel.Information, "{Count} messages wait in the outbox from before")]
    public static partial void Resumed(ILogger logger, int count);

    [LoggerMessage(1457, LogLevel.Warning, "{Count} messages wait in the outbox; the rest stays in the journal until there is room")]
    public static partial void Full(ILogger logger, int count);

    [LoggerMessage(1458, LogLevel.Information, "The outbox stopped; {Count} messages stay in the journal")]
    public static partial void Stopped(ILogger logger, int count);
}
