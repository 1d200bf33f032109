using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;
using OpenClaw.Storage;

namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>Puts the two frames a server sends into pooled memory.</summary>
internal static class FrameBuilder
{
    /// <summary>A response.</summary>
    public static OutboundFrame Response<T>(string id, Reply<T> reply, JsonTypeInfo<T> type)
    {
        using var buffer = new PooledBuffer();
        if (reply.HasPayload)
            FrameWriter.WriteResponse(buffer, id, reply.Payload!, type, reply.Error);
        else
            FrameWriter.WriteError(buffer, id, reply.Error ?? GatewayError.Unavailable("the method answered nothing"));
        return new OutboundFrame(buffer);
    }

    /// <summary>A failed response without payload.</summary>
    public static OutboundFrame Failure(string id, GatewayError error)
    {
        using var buffer = new PooledBuffer(256);
        FrameWriter.WriteError(buffer, id, error);
        return new OutboundFrame(buffer);
    }

    /// <summary>The answer to a message that is no request.</summary>
    public static OutboundFrame Failure(ReadOnlyMemory<byte> rawId, GatewayError error)
    {
        using var buffer = new PooledBuffer(256);
        FrameWriter.WriteError(buffer, rawId, error);
        return new OutboundFrame(buffer);
    }

    /// <summary>An event.</summary>
    /// <param name="definition">Which.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="version">State counters, on <c>presence</c> and <c>health</c>.</param>
    /// <param name="numbered">True: each connection puts its own <c>seq</c> in.</param>
    public static OutboundFrame Event<T>(EventDefinition<T> definition, T payload, StateVersion? version, bool numbered)
    {
        using var buffer = new PooledBuffer();
        FrameWriter.WriteEventHead(buffer, definition, payload);
        var seqAt = numbered ? buffer.Length : -1;
        FrameWriter.WriteEventTail(buffer, seq: null, version);
        return new OutboundFrame(buffer, seqAt);
    }
}
