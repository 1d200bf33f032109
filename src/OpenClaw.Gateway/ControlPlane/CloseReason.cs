using OpenClaw.Protocol;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>Why we hang up, as a value: it feeds the close frame, the log line and the tests (spec 01 §20).</summary>
/// <param name="Code">WebSocket close code.</param>
/// <param name="Text">Close reason on the wire; may be empty.</param>
internal readonly record struct CloseReason(int Code, string Text)
{
    /// <summary>No connect in time, a malformed first message, a socket error, an error of ours before connect.</summary>
    public static readonly CloseReason Quiet = new(1000, "");

    /// <summary>A message above the limit.</summary>
    public static readonly CloseReason TooBig = new(1009, "");

    /// <summary>No protocol version in common.</summary>
    public static readonly CloseReason ProtocolMismatch = new(1002, "protocol mismatch");

    /// <summary>The client does not read what it is sent.</summary>
    public static readonly CloseReason SlowConsumer = new(1008, "slow consumer");

    /// <summary>Stop and restart alike.</summary>
    public static readonly CloseReason ServiceRestart = new(1012, "service restart");

    /// <summary>The gateway listens but is not ready; come back shortly.</summary>
    public static readonly CloseReason Starting = new(1013, "gateway starting");

    /// <summary>The pairing or token this connection was admitted with no longer stands.</summary>
    public static readonly CloseReason AccessRevoked = new(1008, "device access revoked");

    /// <summary>The gateway's secret changed; connections admitted with the old one end (spec 12).</summary>
    public static readonly CloseReason AuthChanged = new(4001, "gateway auth changed");

    /// <summary>A policy refusal, its text cut to the 120 bytes the wire format leaves (at a character boundary).</summary>
    /// <param name="text">The refusal's text.</param>
    public static CloseReason Policy(string text) => new(1008, TextCut.Utf8(text, ProtocolLimits.MaxCloseReasonBytes));
}
