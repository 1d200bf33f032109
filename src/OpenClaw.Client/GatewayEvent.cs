using System.Text.Json;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client;

/// <summary>Something the gateway told, or something that happened to the connection, in the order it happened.</summary>
public sealed record GatewayEvent
{
    /// <summary>What this is.</summary>
    public required GatewayEventKind Kind { get; init; }

    /// <summary>Wire name of the event; empty for what is not an event of the gateway.</summary>
    public string Name { get; init; } = "";

    /// <summary>The payload; undefined when there is none.</summary>
    public JsonElement Payload { get; init; }

    /// <summary>Number of the broadcast on this connection; null for an event sent to us alone.</summary>
    public long? Seq { get; init; }

    /// <summary>Counters, on <c>presence</c> and <c>health</c>.</summary>
    public StateVersion? StateVersion { get; init; }

    /// <summary>Why the connection ended, on <see cref="GatewayEventKind.Disconnected"/>.</summary>
    public GatewayClosedException? Closed { get; init; }

    /// <summary>True when this is that event of the gateway.</summary>
    public bool Is(EventDefinition definition) => Kind == GatewayEventKind.Message && Name == definition.Name;

    /// <summary>The payload as its type.</summary>
    /// <exception cref="JsonException">The gateway sent something else.</exception>
    public T Read<T>(EventDefinition<T> definition) =>
        Payload.Deserialize(definition.Payload) ?? throw new JsonException($"The payload of {definition.Name} is null.");
}
