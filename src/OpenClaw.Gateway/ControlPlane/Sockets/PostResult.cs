namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>What became of a message handed to an <see cref="Outbox"/>.</summary>
internal enum PostResult
{
    /// <summary>It will be sent, unless the connection ends first.</summary>
    Queued,

    /// <summary>The backlog is over its limit; the message was not taken.</summary>
    Slow,

    /// <summary>The connection is closing; the message was not taken.</summary>
    Closed,
}
