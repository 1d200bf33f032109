using System.Globalization;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Telegram.Api;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Failures of the Bot API as failures of a send (spec 10 §5.10), in words that help.</summary>
internal static class SendFaults
{
    /// <param name="failure">What the API said.</param>
    /// <param name="accountId">Account.</param>
    /// <param name="chatId">Chat it was about.</param>
    public static SendFault Of(TelegramFailure failure, string accountId, string chatId)
    {
        var code = failure.Code.ToString(CultureInfo.InvariantCulture);
        SendFault Fault(SendFaultKind kind, string words) => new(kind, $"Telegram account {accountId}: {words}", failure.RetryAfter, code);
        return failure switch
        {
            { IsNetwork: true, IsUncertain: false } => new SendFault(SendFaultKind.NotConnected, $"Telegram account {accountId}: {failure.Description}"),
            { IsNetwork: true } => new SendFault(SendFaultKind.Temporary, $"Telegram account {accountId}: {failure.Description}", IsUncertain: true),
            { Code: 401 } => Fault(SendFaultKind.NotConnected, "the Bot API refuses the bot's token (401 Unauthorized). Get it from @BotFather and put it into the config"),
            { Code: 429 } => Fault(SendFaultKind.RateLimited, "Telegram asks to wait (429 Too Many Requests)"),
            { Code: 413 } => Fault(SendFaultKind.TooLarge, "the file is larger than Telegram takes from bots (50 MB; 10 MB for photos)"),
            { Code: >= 500 } => Fault(SendFaultKind.Temporary, $"the Bot API has trouble ({code} {failure.Description})") with { IsUncertain = failure.IsUncertain },
            _ when failure.Says("chat not found") => Fault(SendFaultKind.Refused, NotFound(chatId)),
            _ when failure.Says("blocked by the user") => Fault(SendFaultKind.Refused, $"{chatId} has blocked the bot; only they can undo that"),
            _ when failure.Says("can't initiate conversation") => Fault(SendFaultKind.Refused, $"{chatId} has never written to the bot; Telegram lets a bot write only after that"),
            { Code: 403 } => Fault(SendFaultKind.Refused, $"the bot may not write to {chatId} ({failure.Description}). Is it still a member, with the right to send?"),
            _ when failure.Says("thread not found") => Fault(SendFaultKind.Refused, $"the topic does not exist in {chatId} any more"),
            _ when IsBadMedia(failure) => Fault(SendFaultKind.BadMedia, $"Telegram cannot use the file ({failure.Description})"),
            _ => Fault(SendFaultKind.Refused, $"{code} {failure.Description}"),
        };
    }

    /// <summary>Telegram could not read our markup.</summary>
    public static bool IsMarkup(TelegramFailure failure) => failure.Says("parse entities") || failure.Says("find end of the entity");

    /// <summary>A picture that is none to Telegram, or has sides it does not like.</summary>
    public static bool IsPhotoTrouble(TelegramFailure failure) => failure.Code == 400 && (failure.Says("PHOTO_") || failure.Says("IMAGE_PROCESS_FAILED"));

    private static bool IsBadMedia(TelegramFailure failure) =>
        failure.Says("cannot be read") || failure.Says("IMAGE_PROCESS_FAILED") || failure.Says("PHOTO_") || failure.Says("VIDEO_") || failure.Says("wrong file")
        || failure.Says("file must be non-empty") || failure.Says("wrong type of the web page content");

    private static string NotFound(string chatId) =>
        $"there is no chat {chatId} for this bot. A person has to write to the bot first, a group has to have it as a member; ids of supergroups begin with -100, "
        + "and an id known to one bot says nothing to another";
}
