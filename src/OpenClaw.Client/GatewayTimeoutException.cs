namespace OpenClaw.Client;

/// <summary>The gateway did not answer in time. The request may still be carried out.</summary>
/// <param name="timeout">How long was waited.</param>
public sealed class GatewayTimeoutException(TimeSpan timeout)
    : GatewayException($"gateway timeout after {(long)timeout.TotalMilliseconds}ms")
{
    /// <summary>How long was waited.</summary>
    public TimeSpan Timeout { get; } = timeout;
}
