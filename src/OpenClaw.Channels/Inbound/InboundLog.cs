using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Access;

namespace OpenClaw.Channels.Inbound;

/// <summary>What is logged about inbound messages: never a text, a name, a number or a code. Entries are found by <c>channels queue</c>.</summary>
internal static partial class InboundLog
{
    [LoggerMessage(1425, LogLevel.Warning, "An event of {Channel} (account {Account}) was not accepted: {Problem}")]
    public static partial void NotAccepted(ILogger logger, string channel, string account, string problem);

    [LoggerMessage(1426, LogLevel.Warning, "Inbound entry {Row} waits (try {Tries}): {Problem}")]
    public static partial void Waits(ILogger logger, long row, int tries, string problem);

    [LoggerMessage(1427, LogLevel.Error, "Inbound entry {Row} failed (try {Tries})")]
    public static partial void Faulted(ILogger logger, long row, int tries, Exception fault);

    [LoggerMessage(1428, LogLevel.Error, "Inbound entry {Row} was set aside; it stays in the journal and is tried again at the next start")]
    public static partial void SetAside(ILogger logger, long row, Exception fault);

    [LoggerMessage(1429, LogLevel.Error, "Inbound entry {Row} cannot be read; it stays in the journal")]
    public static partial void Unreadable(ILogger logger, long row, Exception problem);

    [LoggerMessage(1430, LogLevel.Warning, "The journal cannot be read; {Waiting} events wait there: {Problem}")]
    public static partial void JournalUnreadable(ILogger logger, int waiting, string problem);

    [LoggerMessage(1431, LogLevel.Information, "Inbound events are kept on disk alone until {InMemory} others are dealt with")]
    public static partial void Overflowing(ILogger logger, int inMemory);

    [LoggerMessage(1432, LogLevel.Debug, "Inbound entry {Row} of {Channel} (account {Account}) ended: {Outcome}")]
    public static partial void Ended(ILogger logger, long row, string channel, string account, string outcome);

    [LoggerMessage(1433, LogLevel.Information, "A sender unknown to {Channel} (account {Account}) was given a pairing code")]
    public static partial void Paired(ILogger logger, string channel, string account);

    [LoggerMessage(1434, LogLevel.Debug, "Inbound entry {Row} of {Channel} (account {Account}) was not let in: {Reason}")]
    public static partial void NotLetIn(ILogger logger, long row, string channel, string account, AccessReason reason);

    [LoggerMessage(1435, LogLevel.Warning, "An attachment ({Kind}) of inbound entry {Row} was not brought: {Problem}")]
    public static partial void NotBrought(ILogger logger, string kind, long row, string problem);

    [LoggerMessage(1436, LogLevel.Debug, "{Action} on {Channel} (account {Account}) was not done: {Problem}")]
    public static partial void NotActed(ILogger logger, string action, string channel, string account, string problem);

    [LoggerMessage(1437, LogLevel.Warning, "The broadcast group names agent {Agent}, which does not exist")]
    public static partial void NoSuchAgent(ILogger logger, string agent);

    [LoggerMessage(1438, LogLevel.Critical, "The line of a chat broke; its events stay in the journal until the next start")]
    public static partial void LineBroke(ILogger logger, Exception fault);
}
