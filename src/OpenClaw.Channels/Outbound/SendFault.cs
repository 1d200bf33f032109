namespace OpenClaw.Channels.Outbound;

/// <summary>Why something was not sent (spec 10 §5.10).</summary>
/// <param name="Kind">Class of the failure; decides the error code and whether it is tried again.</param>
/// <param name="Message">For people: account, cause and fix; no secret.</param>
/// <param name="RetryAfter">When the platform allows the next try; null: it did not say.</param>
/// <param name="PlatformCode">The platform's own code.</param>
/// <param name="IsUncertain">True: it may have been taken all the same.</param>
public sealed record SendFault(SendFaultKind Kind, string Message, TimeSpan? RetryAfter = null, string? PlatformCode = null, bool IsUncertain = false)
{
    /// <summary>True when the same part may succeed later.</summary>
    public bool IsRetryable => Kind is SendFaultKind.NotConnected or SendFaultKind.RateLimited or SendFaultKind.Temporary;
}
