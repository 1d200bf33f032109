namespace OpenClaw.Channels.Contract;

/// <summary>
/// An account ended in a way that trying again does not mend by itself: a revoked token, a link taken away, a missing program. The supervisor
/// shows the message and waits for a change of the config, a login or <see cref="RetryAfter"/>.
/// </summary>
/// <param name="message">What happened, with the account and the fix; no secret.</param>
/// <param name="retryAfter">When trying again is worth it; null: only after somebody acted.</param>
public sealed class AccountStoppedException(string message, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>When trying again is worth it; null: only after somebody acted.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
