namespace OpenClaw.Channels.WhatsApp;

/// <summary>Close codes of WhatsApp in words (spec 10 §7.4, spec 13 row 8).</summary>
internal static class WhatsAppCodes
{
    public const int LoggedOut = 401;
    public const int Replaced = 440;
    public const int RestartRequired = 515;

    /// <summary>What happened and what helps; no secret.</summary>
    public static string Words(int? code, string reason, string accountId) => code switch
    {
        LoggedOut => $"WhatsApp account {accountId} was logged out on the phone. Link it again: openclaw channels login --channel whatsapp --account {accountId}",
        403 => $"WhatsApp refuses account {accountId} for now (403). When it lasts, look at the phone for a message from WhatsApp",
        408 => "WhatsApp cannot be reached or does not answer; trying again",
        411 => $"the phone of WhatsApp account {accountId} does not allow linked devices (411). Update WhatsApp on the phone, then link again",
        428 or 503 => $"WhatsApp closed the connection ({code}); trying again",
        Replaced => $"another program uses the login of WhatsApp account {accountId} (440). Stop that program; two on one login push each other out for ever",
        499 => "the connection could not be decrypted and was given up; trying again",
        500 => $"WhatsApp says that the session of account {accountId} is broken (500); trying again. When it lasts, link the account again",
        RestartRequired => "WhatsApp asks for a new connection (515)",
        _ => reason.Length > 0 ? reason : "the connection to WhatsApp was lost; trying again",
    };
}
