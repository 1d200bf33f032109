namespace OpenClaw.Channels.Pairing;

/// <summary>What somebody unknown is told, once (spec 10 §4).</summary>
public static class PairingReply
{
    /// <summary>Seven lines: that access is not set up, who they are, their code, and what the owner does with it.</summary>
    /// <param name="channel">Channel id.</param>
    /// <param name="request">Their request.</param>
    public static string Text(string channel, PairingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return string.Join('\n',
            "OpenClaw: you have no access here yet.",
            "",
            $"{IdName(channel)}: {request.Id}",
            "",
            $"Pairing code: {request.Code}",
            "",
            $"The owner lets you in with: openclaw pairing approve {channel} <code>");
    }

    /// <summary>What somebody is told who was let in.</summary>
    public const string Approved = "OpenClaw: you have access now. Write me something.";

    /// <summary>How a sender is called in lists, e.g. <c>telegramUserId</c>.</summary>
    public static string IdLabel(string channel) => channel switch
    {
        "telegram" => "telegramUserId",
        "whatsapp" => "whatsappSenderId",
        _ => "userId",
    };

    private static string IdName(string channel) => channel switch
    {
        "telegram" => "Your Telegram user id",
        "whatsapp" => "Your WhatsApp phone number",
        _ => "Your user id",
    };
}
