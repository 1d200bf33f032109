using System.Net;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>What the handshake decides about.</summary>
/// <param name="ConnId">The connection.</param>
/// <param name="Nonce">The challenge this socket was given.</param>
/// <param name="Socket">The socket's other end.</param>
/// <param name="Headers">Headers of the upgrade.</param>
/// <param name="Params">Raw params of <c>connect</c>; empty when absent.</param>
internal sealed record HandshakeRequest(
    string ConnId, string Nonce, IPAddress Socket, ForwardedHeaders Headers, ReadOnlyMemory<byte> Params);
