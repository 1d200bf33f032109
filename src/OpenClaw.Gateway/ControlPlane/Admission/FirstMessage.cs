using System.Net;
using OpenClaw.Gateway.ControlPlane.Sockets;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>Judges the first message of a socket: rows 2 to 4 of spec 01 §4.3, then the handshake.</summary>
internal sealed class FirstMessage(ConnectionHub hub, string connId, string nonce, IPAddress socket, ForwardedHeaders headers)
{
    /// <summary>The decision. The message is the caller's to dispose.</summary>
    public async ValueTask<FirstDecision> JudgeAsync(RentedMessage message, CancellationToken cancellationToken)
    {
        var reading = RequestFrameReader.Read(message.Bytes);
        if (reading.Fault == FrameFault.NotJson)
            return new FirstDecision("", null, CloseReason.Quiet, null);
        if (reading.Frame is not { } frame)
            return new FirstDecision("", null, CloseReason.Policy("invalid request frame"), null);
        if (frame.Method != ConnectMethods.Connect.Name)
            return Of(frame, HandshakeResult.Refuse(GatewayError.Invalid("invalid handshake: first request must be connect")));
        if (hub.NotReady is { } starting)
            return Of(frame, HandshakeResult.Refuse(starting, CloseReason.Starting));
        var request = new HandshakeRequest(connId, nonce, socket, headers, frame.Params);
        return Of(frame, await hub.Handshake.DecideAsync(request, cancellationToken).ConfigureAwait(false));
    }

    private static FirstDecision Of(RequestFrame frame, HandshakeResult result) =>
        new(frame.Id, result.Refusal, result.Close, result.Admission);
}

/// <summary>What comes of a first message.</summary>
/// <param name="RequestId">Id to answer under, when there is something to answer.</param>
/// <param name="Refusal">What the client is told before the close; null: nothing.</param>
/// <param name="Close">How the socket is closed, unless it is admitted.</param>
/// <param name="Admission">What was granted.</param>
internal readonly record struct FirstDecision(string RequestId, GatewayError? Refusal, CloseReason Close, Admission? Admission);
