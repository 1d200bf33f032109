namespace OpenClaw.Channels.Telegram.Api;

/// <summary>Why a call of the Bot API came to nothing. Never holds the token.</summary>
/// <param name="Code">HTTP status as the API gives it; 0 when there was no answer.</param>
/// <param name="Description">As the API words it, or what broke.</param>
/// <param name="RetryAfter">When the API allows the next try.</param>
/// <param name="MigrateTo">Id of the supergroup that the chat became.</param>
/// <param name="IsUncertain">True: it may have been done all the same.</param>
internal sealed record TelegramFailure(
    int Code, string Description, TimeSpan? RetryAfter = null, string? MigrateTo = null, bool IsUncertain = false)
{
    /// <summary>No answer came: no connection, or it broke, or it took too long.</summary>
    public bool IsNetwork => Code == 0;

    /// <summary>Wrong or revoked token. A token of the wrong form is answered with 404.</summary>
    public bool IsUnauthorized => Code is 401 or 404;

    /// <summary>Another program polls, or a web hook is set.</summary>
    public bool IsConflict => Code == 409;

    /// <summary>True when the description says this, in any case.</summary>
    public bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
