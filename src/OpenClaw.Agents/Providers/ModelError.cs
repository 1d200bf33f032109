using OpenClaw.Agents.Credentials;

namespace OpenClaw.Agents.Providers;

/// <summary>A failed model call as a value.</summary>
/// <param name="Kind">What to do about it.</param>
/// <param name="Message">For people: status and reason, never a key, never a whole body.</param>
public sealed record ModelError(ModelErrorKind Kind, string Message)
{
    /// <summary>True when the same request may succeed in a few seconds.</summary>
    public bool Retryable => Kind is ModelErrorKind.RateLimit or ModelErrorKind.Unavailable;

    /// <summary>True when another credential or model may do better.</summary>
    public bool FailsOver => Kind is not (ModelErrorKind.Refused or ModelErrorKind.ContextOverflow);

    /// <summary>One of <see cref="FailureReason"/>.</summary>
    public string Reason => Kind switch
    {
        ModelErrorKind.Auth => FailureReason.Auth,
        ModelErrorKind.Billing => FailureReason.Billing,
        ModelErrorKind.RateLimit => FailureReason.RateLimit,
        ModelErrorKind.Unavailable => FailureReason.Timeout,
        ModelErrorKind.Format or ModelErrorKind.Refused => FailureReason.Format,
        _ => FailureReason.Unknown,
    };
}
