namespace OpenClaw.Channels.Outbound;

/// <summary>Classes of failed sends.</summary>
public enum SendFaultKind
{
    /// <summary>No credentials, or logged out: <c>NOT_LINKED</c>.</summary>
    NotLinked,

    /// <summary>Linked or configured, but the service is not reached now: <c>UNAVAILABLE</c>, retryable.</summary>
    NotConnected,

    /// <summary>The recipient is none: <c>INVALID_REQUEST</c>.</summary>
    BadTarget,

    /// <summary>The channel cannot do it: <c>INVALID_REQUEST</c>.</summary>
    Unsupported,

    /// <summary>The attachment exceeds a limit: <c>INVALID_REQUEST</c>.</summary>
    TooLarge,

    /// <summary>The attachment could not be read or fetched: <c>INVALID_REQUEST</c>.</summary>
    BadMedia,

    /// <summary>The platform asks to wait: <c>UNAVAILABLE</c>, retryable.</summary>
    RateLimited,

    /// <summary>Network or server trouble: <c>UNAVAILABLE</c>, retryable.</summary>
    Temporary,

    /// <summary>The platform refuses for good (blocked, chat not found, no rights): <c>UNAVAILABLE</c>, not retryable.</summary>
    Refused,
}
