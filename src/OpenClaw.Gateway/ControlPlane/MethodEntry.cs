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
    public abstract ValueTask<OutboundFrame> InvokeAsync(
        MethodContext context, ReadOnlyMemory<byte> parameters, RentedMessage message, CancellationToken cancellationToken);
}

/// <summary>A <see cref="MethodEntry"/> with its types.</summary>
internal sealed class MethodEntry<TParams, TResult>(
    MethodDefinition<TParams, TResult> definition, MethodHandler<TParams, TResult> handler) : MethodEntry(definition)
{
    public override async ValueTask<OutboundFrame> InvokeAsync(
        MethodContext context, ReadOnlyMemory<byte> parameters, RentedMessage message, CancellationToken cancellationToken)
    {
        var problem = Read(parameters, out var typed);
        message.Dispose();
        if (problem is not null)
            return FrameBuilder.Failure(context.RequestId, GatewayError.Invalid($"invalid {definition.Name} params: {problem}"));
        var reply = await handler(context, typed!, cancellationToken).ConfigureAwait(false);
        return FrameBuilder.Response(context.RequestId, reply, definition.Result);
    }

    private string? Read(ReadOnlyMemory<byte> parameters, out TParams? typed)
    {
        typed = default;
        // A method without a schema takes anything that is no object as an empty one.
        var json = definition.Checked || parameters.Span[0] == (byte)'{' ? parameters.Span : "{}"u8;
        try
        {
            typed = JsonSerializer.Deserialize(json, definition.Params);
        }
        catch (JsonException e)
        {
            return e.Message;
        }
        return typed is null ? "must be object" : null;
    }
}
