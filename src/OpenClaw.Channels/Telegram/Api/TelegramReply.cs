namespace OpenClaw.Channels.Telegram.Api;

/// <summary>The result of a call, or why there is none.</summary>
/// <param name="Value">The result; meaningless with a failure.</param>
/// <param name="Failure">Null when the API said ok.</param>
internal readonly record struct TelegramReply<T>(T? Value, TelegramFailure? Failure)
{
    /// <summary>True when the API said ok.</summary>
    public bool Ok => Failure is null;
}
