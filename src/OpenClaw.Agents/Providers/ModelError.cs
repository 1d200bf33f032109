namespace OpenClaw.Agents.Providers;

/// <summary>A failed model call as a value.</summary>
/// <param name="Kind">What to do about it.</param>
/// <param name="Message">For people: status and reason, never a key, never a whole body.</param>
public sealed record ModelError(ModelErrorKind Kind, string Message)
{
    /// <summary>True when the same request may succeed in a few seconds.</summary>
    public bool Retryable => Kind is ModelErrorKind.RateLimit or ModelErrorKind.Unavailable;
}
