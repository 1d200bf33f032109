using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client;

/// <summary>The gateway could not be reached, refused the connection, or closed it (spec 01 §20).</summary>
public sealed class GatewayClosedException : GatewayException
{
    /// <summary>"Abnormal closure": the connection ended without a close frame, or never came about.</summary>
    public const int Abnormal = 1006;

    /// <summary>Our own code when the gateway fell silent.</summary>
    public const int TickTimeout = 4000;

    /// <summary>Describes a closed connection.</summary>
    /// <param name="code">Close code; <see cref="Abnormal"/> when there was no close frame.</param>
    /// <param name="reason">Close reason as sent; may be empty.</param>
    /// <param name="cause">What the system said, when there was no close frame.</param>
    /// <param name="error">The error response that came before the close, if any.</param>
    public GatewayClosedException(int code, string reason, Exception? cause = null, GatewayError? error = null)
        : base($"gateway closed ({code}{Hint(code)}): {(reason.Length == 0 ? "no close reason" : reason)}", cause)
    {
        Code = code;
        Reason = reason;
        Error = error;
    }

    /// <summary>Close code.</summary>
    public int Code { get; }

    /// <summary>Close reason; may be empty.</summary>
    public string Reason { get; }

    /// <summary>The error with which <c>connect</c> was refused; its details may name a pairing request.</summary>
    public GatewayError? Error { get; }

    /// <summary>True when nothing answered at the address: a refused, unroutable or unresolvable dial.</summary>
    public bool IsUnreachable => Code == Abnormal && Error is null;

    private static string Hint(int code) => code switch
    {
        1000 => " normal closure",
        Abnormal => " abnormal closure (no close frame)",
        _ => "",
    };
}
