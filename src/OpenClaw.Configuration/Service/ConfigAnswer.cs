using OpenClaw.Protocol.Frames;

namespace OpenClaw.Configuration.Service;

/// <summary>The result of a <c>config.*</c> method or the error it answers with.</summary>
/// <param name="Result">The result; null exactly when there is an error.</param>
/// <param name="Error">The error, ready for the wire.</param>
public readonly record struct ConfigAnswer<T>(T? Result, GatewayError? Error)
    where T : class
{
    /// <summary>A success.</summary>
    public static implicit operator ConfigAnswer<T>(T result) => new(result, null);

    /// <summary>A failure.</summary>
    public static implicit operator ConfigAnswer<T>(GatewayError error) => new(null, error);
}
