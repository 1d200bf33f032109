using System.Text.Json;
using OpenClaw.Gateway.ControlPlane.Sockets;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>A method with its handler, its types hidden from the dispatcher.</summary>
internal abstract class MethodEntry(MethodDefinition definition)
{
    public MethodDefinition Definition { get; } = definition;

    /// <summary>Validates the params, runs the handler, serialises its answer.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="parameters">Raw params, a slice of <paramref name="message"/>.</param>
    /// <param name="message">Disposed as soon as the params are read.</param>
    /// <param name="cancellationToken">Ends with the connection.</param>
    public abstract ValueTask<(OutboundFrame Frame, GatewayError? Error)> InvokeAsync(
        MethodContext context, ReadOnlyMemory<byte> parameters, RentedMessage message, CancellationToken cancellationToken);

    /// <summary>As <see cref="InvokeAsync"/>, for a caller inside this process: the payload as a value.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="parameters">Raw params.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<(JsonElement? Payload, GatewayError? Error)> CallAsync(
        MethodContext context, ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken);
}

/// <summary>A <see cref="MethodEntry"/> with its types.</summary>
internal sealed class MethodEntry<TParams, TResult>(
    MethodDefinition<TParams, TResult> definition, MethodHandler<TParams, TResult> handler) : MethodEntry(definition)
{
    public override async ValueTask<(OutboundFrame Frame, GatewayError? Error)> InvokeAsync(
        MethodContext context, ReadOnlyMemory<byte> parameters, RentedMessage message, CancellationToken cancellationToken)
    {
        var valid = definition.TryReadParams(parameters, out var typed, out var problem);
        message.Dispose();
        if (!valid)
        {
            var invalid = GatewayError.Invalid(problem!);
            return (FrameBuilder.Failure(context.RequestId, invalid), invalid);
        }
        var reply = await handler(context, typed!, cancellationToken).ConfigureAwait(false);
        return (FrameBuilder.Response(context.RequestId, reply, definition.Result), reply.Error);
    }

    public override async ValueTask<(JsonElement? Payload, GatewayError? Error)> CallAsync(
        MethodContext context, ReadOnlyMemory<byte> parameters, CancellationToken cancellationToken)
    {
        if (!definition.TryReadParams(parameters, out var typed, out var problem))
            return (null, GatewayError.Invalid(problem!));
        var reply = await handler(context, typed!, cancellationToken).ConfigureAwait(false);
        return (reply.HasPayload ? JsonSerializer.SerializeToElement(reply.Payload!, definition.Result) : null, reply.Error);
    }
}
