using Microsoft.Extensions.Logging;

namespace OpenClaw.Channels.Telegram;

/// <summary>Log of the Telegram channel (3201 to 3230). No texts of messages, no token.</summary>
internal static partial class TelegramLog
{
    [LoggerMessage(3201, LogLevel.Information, "[{AccountId}] connected as @{Bot} ({Mode})")]
    public static partial void Connected(ILogger logger, string accountId, string bot, string mode);

    [LoggerMessage(3202, LogLevel.Warning, "[{AccountId}] not connected: {Problem}; next try in {Seconds} s")]
    public static partial void Lost(ILogger logger, string accountId, string problem, long seconds);

    [LoggerMessage(3203, LogLevel.Warning, "[{AccountId}] what was received cannot be kept, so it stays at Telegram; next try in {Seconds} s")]
    public static partial void NotKept(ILogger logger, string accountId, long seconds);

    [LoggerMessage(3204, LogLevel.Error, "[{AccountId}] update {UpdateId} is passed over: it cannot be read ({Problem})")]
    public static partial void Unreadable(ILogger logger, string accountId, long updateId, string problem);

    [LoggerMessage(3205, LogLevel.Information, "[{AccountId}] the web hook of this bot is removed: the account polls")]
    public static partial void WebhookRemoved(ILogger logger, string accountId);

    [LoggerMessage(3206, LogLevel.Warning, "[{AccountId}] the command menu could not be set: {Problem}")]
    public static partial void MenuFailed(ILogger logger, string accountId, string problem);

    [LoggerMessage(3207, LogLevel.Warning, "[{AccountId}] the command menu holds {Most} commands, {Dropped} more were left out")]
    public static partial void MenuCut(ILogger logger, string accountId, int most, int dropped);

    [LoggerMessage(3208, LogLevel.Warning, "[{AccountId}] the offset file cannot be read ({Problem}); it is written anew")]
    public static partial void OffsetUnreadable(ILogger logger, string accountId, string problem);

    [LoggerMessage(3209, LogLevel.Warning, "[{AccountId}] the offset file cannot be written ({Problem})")]
    public static partial void OffsetUnwritable(ILogger logger, string accountId, string problem);

    [LoggerMessage(3210, LogLevel.Information, "[{AccountId}] group {From} became supergroup {To}; its settings moved: {Moved}")]
    public static partial void Migrated(ILogger logger, string accountId, string from, string to, bool moved);

    [LoggerMessage(3211, LogLevel.Information, "[{AccountId}] the bot is now {Status} in chat {ChatId}")]
    public static partial void Membership(ILogger logger, string accountId, string status, long chatId);

    [LoggerMessage(3212, LogLevel.Warning, "[{AccountId}] the web hook was changed by somebody else; it is set again")]
    public static partial void WebhookTaken(ILogger logger, string accountId);

    [LoggerMessage(3213, LogLevel.Warning, "[{AccountId}] Telegram could not read the markup of a message; it was sent as plain text")]
    public static partial void SentPlain(ILogger logger, string accountId);

    [LoggerMessage(3214, LogLevel.Warning, "[{AccountId}] group {From} became supergroup {To}, but the config could not be changed: {Problem}")]
    public static partial void NotMigrated(ILogger logger, string accountId, string from, string to, string problem);
}
