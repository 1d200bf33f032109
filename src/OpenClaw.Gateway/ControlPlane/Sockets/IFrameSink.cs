namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>Where an outbox sends: the socket. Only the outbox's pump calls it, so calls never overlap.</summary>
internal interface IFrameSink
{
    /// <summary>Sends one whole message. Throws when the peer is gone.</summary>
    ValueTask SendAsync(ReadOnlyMemory<byte> message);

    /// <summary>Sends the close frame; nothing is sent after it.</summary>
    ValueTask SendCloseAsync(CloseReason reason);

    /// <summary>Cuts the connection without a close frame.</summary>
    void Abort();
}
