using System.Text.Json;

namespace OpenClaw.Protocol.Health;

/// <summary>State of the gateway at one moment (spec 02 §2): result of <c>health</c>, payload of the event, part of the snapshot.</summary>
public sealed record HealthResult
{
    /// <summary>Always true; a gateway that is not well does not answer.</summary>
    public required bool Ok { get; init; }

    /// <summary>When it was taken, epoch milliseconds.</summary>
    public required long Ts { get; init; }

    /// <summary>How long it took.</summary>
    public required long DurationMs { get; init; }

    /// <summary>Summary per loaded channel.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Channels { get; init; }

    /// <summary>Display order.</summary>
    public required IReadOnlyList<string> ChannelOrder { get; init; }

    /// <summary>Display name per channel.</summary>
    public required IReadOnlyDictionary<string, string> ChannelLabels { get; init; }

    /// <summary>Heartbeat period of the default agent, 0 when off.</summary>
    public required long HeartbeatSeconds { get; init; }

    /// <summary>Default agent.</summary>
    public required string DefaultAgentId { get; init; }

    /// <summary>Every agent.</summary>
    public required IReadOnlyList<HealthAgent> Agents { get; init; }

    /// <summary>Sessions of the default agent.</summary>
    public required SessionsGlance Sessions { get; init; }

    /// <summary>The channel that has to be linked, when there is one.</summary>
    public LinkChannel? LinkChannel { get; init; }

    /// <summary>The journal of messages, once channels are in use.</summary>
    public HealthJournal? Journal { get; init; }
}
