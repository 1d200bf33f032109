using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Catalog;

/// <summary>One server event, defined once (spec 01 §12).</summary>
public abstract class EventDefinition
{
    private protected EventDefinition(string name, EventAudience audience)
    {
        Name = name;
        Audience = audience;
    }

    /// <summary>Wire name, e.g. <c>presence</c>.</summary>
    public string Name { get; }

    /// <summary>Who receives it.</summary>
    public EventAudience Audience { get; }

    /// <summary>
    /// True: skipped for a connection whose backlog is over the limit. False: such a connection is closed instead, because
    /// losing this event would leave the client wrong.
    /// </summary>
    public bool DropIfSlow { get; init; }

    /// <summary>One sentence for the generated documentation.</summary>
    public required string Summary { get; init; }

    /// <summary>Metadata of the payload type; built on first use.</summary>
    public abstract JsonTypeInfo PayloadType { get; }
}

/// <summary>An <see cref="EventDefinition"/> with its payload type at hand.</summary>
/// <typeparam name="TPayload">The payload.</typeparam>
/// <param name="name">Wire name.</param>
/// <param name="audience">Who receives it.</param>
/// <param name="payload">Yields the serialisation metadata of the payload.</param>
public sealed class EventDefinition<TPayload>(string name, EventAudience audience, Func<JsonTypeInfo<TPayload>> payload)
    : EventDefinition(name, audience)
{
    /// <summary>Serialisation metadata of the payload.</summary>
    public JsonTypeInfo<TPayload> Payload => payload();

    /// <inheritdoc/>
    public override JsonTypeInfo PayloadType => payload();
}
