using Microsoft.Extensions.Logging;
using OpenClaw.Gateway.ControlPlane.Sockets;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// From a message of a connected client to the answer: frame, scope, method, params, handler. The only place that catches everything:
/// a handler's bug is logged with the request and answered <c>UNAVAILABLE</c>.
/// </summary>
internal sealed class RequestDispatcher(MethodTable methods, TimeProvider time, ILogger logger)
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
                return new Answer(FrameBuilder.Failure(reading.AnswerId, GatewayError.Invalid(reading.Reason ?? "invalid request frame")));

            var entry = methods.Find(frame.Method);
            var scope = entry?.Definition.Scope ?? MethodCatalog.Find(frame.Method)?.Scope ?? MethodScope.Admin;
            if (Authorization.Check(caller, scope) is { } denied)
                return Refuse(frame, denied);
            if (frame.Method == ConnectMethods.Connect.Name)
                return Refuse(frame, GatewayError.Invalid("connect is only valid as the first request"));
            if (entry is null)
                return Refuse(frame, GatewayError.Invalid($"unknown method: {TextCut.Message(frame.Method)}"));
            return await InvokeAsync(entry, caller, frame, message, interim, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Answer Refuse(RequestFrame frame, GatewayError error) => new(FrameBuilder.Failure(frame.Id, error));

    private async ValueTask<Answer> InvokeAsync(
        MethodEntry entry, Caller caller, RequestFrame frame, RentedMessage message, IInterimResponder interim, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var outcome = "answered";
        try
        {
            var context = new MethodContext(caller, frame.Id, time, interim);
            return new Answer(await entry.InvokeAsync(context, frame.ParamsOrEmpty, message, cancellationToken).ConfigureAwait(false), context.AfterAnswer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller is gone or the gateway stops; if it is still there it may ask again.
            outcome = "cancelled";
            return Refuse(frame, GatewayError.Unavailable("request cancelled: the gateway is stopping") with { Retryable = true });
        }
        catch (Exception e)
        {
            outcome = "failed";
            ConnectionLog.MethodFailed(logger, e, frame.Method, frame.Id, caller.ConnId);
            return Refuse(frame, GatewayError.Unavailable(TextCut.Message($"{e.GetType().Name}: {e.Message}")));
        }
        finally
        {
            if (logger.IsEnabled(LogLevel.Debug))
                ConnectionLog.Answered(logger, caller.ConnId, frame.Method, frame.Id, outcome, (long)time.GetElapsedTime(started).TotalMilliseconds);
        }
    }
}
