using OpenClaw.Protocol;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>The bounds of every connection. Tests narrow them; the product does not.</summary>
internal sealed record HubLimits
{
    /// <summary>Largest message before connect, bytes.</summary>
    public int MaxPreConnectPayload { get; init; } = ProtocolLimits.MaxPreConnectPayload;

    /// <summary>Largest message after connect, bytes.</summary>
    public int MaxPayload { get; init; } = ProtocolLimits.MaxPayload;

    /// <summary>Unsent event bytes at which a client counts as slow.</summary>
    public long MaxBufferedBytes { get; init; } = ProtocolLimits.MaxBufferedBytes;

    /// <summary>Unsent bytes of any kind, answers included: room for a few of the largest answers besides the events.</summary>
    public long MaxUnsentBytes { get; init; } = ProtocolLimits.MaxBufferedBytes + (4L * ProtocolLimits.MaxHistoryBytes);

    /// <summary>From open to a successful connect.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromMilliseconds(ProtocolLimits.HandshakeTimeoutMs);

    /// <summary>A single message not taken by the other side for this long ends the connection.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From our close frame to the end of TCP, if the client does not answer it.</summary>
    public TimeSpan CloseWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a connection whose standing is gone may wait for the answers to its open requests.</summary>
    public TimeSpan AnswerWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests being answered for one connection.</summary>
    public int MaxInFlight { get; init; } = 256;

    /// <summary>Bytes of the requests being answered for one connection.</summary>
    public long MaxInFlightBytes { get; init; } = 2L * ProtocolLimits.MaxPayload;
}
