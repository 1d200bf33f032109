using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>The decision: either <see cref="Refusal"/> and <see cref="Close"/>, or <see cref="Admission"/>.</summary>
internal sealed record HandshakeResult
{
    /// <summary>What the client is told.</summary>
    public GatewayError? Refusal { get; private init; }

    /// <summary>How the socket is closed after a refusal.</summary>
    public CloseReason Close { get; private init; }

    /// <summary>What was granted.</summary>
    public Admission? Admission { get; private init; }

    public static HandshakeResult Refuse(GatewayError error) => Refuse(error, CloseReason.Policy(error.Message));

    public static HandshakeResult Refuse(GatewayError error, CloseReason close) => new() { Refusal = error, Close = close };

    public static HandshakeResult Admit(Admission admission) => new() { Admission = admission };
}

/// <summary>What a successful handshake granted.</summary>
internal sealed record Admission
{
    public required Caller Caller { get; init; }

    public required ConnectParams Params { get; init; }

    public required Peer Peer { get; init; }

    /// <summary>How the client proved itself.</summary>
    public required AuthMethod Method { get; init; }

    /// <summary>The <c>auth</c> member of hello-ok; null when protocol 3 expects none.</summary>
    public HelloAuth? Auth { get; init; }

    /// <summary>Stamp of the shared secret that was shown, so that the connection can be ended when the secret changes.</summary>
    public string? SecretStamp { get; init; }
}
