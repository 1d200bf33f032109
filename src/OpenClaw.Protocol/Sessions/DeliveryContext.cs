using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Where replies of a session go.</summary>
public sealed record DeliveryContext
{
    /// <summary>Channel id, or <c>webchat</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Target on that channel.</summary>
    public string? To { get; init; }

    /// <summary>Account of the channel.</summary>
    public string? AccountId { get; init; }

    /// <summary>Thread or topic within the target.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ThreadId { get; init; }
}
