using Microsoft.Extensions.Logging;
using OpenClaw.Gateway.ControlPlane.Sockets;
using OpenClaw.Operations.Logging;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// From a message of a connected client to the answer: frame, scope, method, params, handler. The only place that catches everything:
/// a handler's bug is logged with the request and answered <c>UNAVAILABLE</c>.
/// </summary>
internal sealed class RequestDispatcher(MethodTable methods, WebSocketLog traffic, TimeProvider time, ILogger logger)
{
    /// <summary>The answer to a message. Disposes the message. Never throws.</summary>
    public async ValueTask<Answer> AnswerAsync(
        Caller caller, RentedMessage message, IInterimResponder interim, CancellationToken cancellationToken)
    {
        using (message)
        {
            var reading = RequestFrameReader.Read(message.Bytes);
            if (reading.Fault == FrameFault.NotJson)
            {
                ConnectionLog.NotJson(logger, caller.ConnId, message.Length);
                return default;
            }
            if (reading.Frame is not { } frame)
                return new Answer(FrameBuilder.Failure(reading.AnswerId, GatewayError.Invalid(reading.Reason ?? "invalid request frame")), null);

            traffic.Request(caller.ConnId, frame.Id, frame.Method);
            var started = time.GetTimestamp();
            var entry = methods.Find(frame.Method);
            var context = new MethodContext(caller, frame.Id, time, interim);
            var (answer, error) = Denial(entry, caller, frame) is { } denied
                ? (Refuse(frame, denied), denied)
                : await InvokeAsync(entry!, context, frame, message, cancellationToken).ConfigureAwait(false);
            traffic.Response(caller.ConnId, frame.Id, frame.Method, time.GetElapsedTime(started), error);
            return new Answer(answer, context.Afterwards);
        }
    }

    /// <summary>The answer to a message that its connection has no room for. Disposes the message.</summary>
    public static Answer OneTooMany(RentedMessage message)
    {
        using (message)
        {
            return RequestFrameReader.Read(message.Bytes).Frame is not { } frame
                ? default
                : new Answer(
                    Refuse(frame, new GatewayError(
                        ErrorCodes.Unavailable, "too many requests in flight on this connection", Retryable: true, RetryAfterMs: 1000)),
                    null);
        }
    }

    private static GatewayError? Denial(MethodEntry? entry, Caller caller, RequestFrame frame)
    {
        var scope = entry?.Definition.Scope ?? MethodCatalog.Find(frame.Method)?.Scope ?? MethodScope.Admin;
        if (Authorization.Check(caller, scope) is { } denied)
            return denied;
        if (frame.Method == ConnectMethods.Connect.Name)
            return GatewayError.Invalid("connect is only valid as the first request");
        return entry is null ? GatewayError.Invalid($"unknown method: {TextCut.Message(frame.Method)}") : null;
    }

    private static OutboundFrame Refuse(RequestFrame frame, GatewayError error) => FrameBuilder.Failure(frame.Id, error);

    private async ValueTask<(OutboundFrame Answer, GatewayError? Error)> InvokeAsync(
        MethodEntry entry, MethodContext context, RequestFrame frame, RentedMessage message, CancellationToken cancellationToken)
    {
        GatewayError fault;
        try
        {
            return await entry.InvokeAsync(context, frame.ParamsOrEmpty, message, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller is gone or the gateway stops; if it is still there it may ask again.
            fault = GatewayError.Unavailable("request cancelled: the gateway is stopping") with { Retryable = true };
        }
        catch (Exception e)
        {
            ConnectionLog.MethodFailed(logger, e, frame.Method, frame.Id, context.ConnId);
            fault = GatewayError.Unavailable(TextCut.Message($"{e.GetType().Name}: {e.Message}"));
        }
        return (Refuse(frame, fault), fault);
    }
}
