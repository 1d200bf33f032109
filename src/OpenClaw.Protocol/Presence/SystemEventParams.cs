using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Presence;

/// <summary>Params of <c>system-event</c>; a member of the wrong type counts as absent.</summary>
[Open]
public sealed record SystemEventParams
{
    /// <summary>Required after trimming.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? Text { get; init; }

    /// <summary>Presence key, first choice.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? DeviceId { get; init; }

    /// <summary>Presence key, second choice.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? InstanceId { get; init; }

    /// <summary>Host name.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? Host { get; init; }

    /// <summary>Address.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? Ip { get; init; }

    /// <summary>Mode.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? Mode { get; init; }

    /// <summary>Program version.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? Version { get; init; }

    /// <summary>Operating system.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? Platform { get; init; }

    /// <summary>Kind of device.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? DeviceFamily { get; init; }

    /// <summary>Device model.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? ModelIdentifier { get; init; }

    /// <summary>Seconds since the person last touched it.</summary>
    [JsonConverter(typeof(Loose.LooseNumberConverter))]
    public double? LastInputSeconds { get; init; }

    /// <summary>Why this is reported.</summary>
    [JsonConverter(typeof(Loose.LooseTextConverter))]
    public string? Reason { get; init; }

    /// <summary>Roles.</summary>
    [JsonConverter(typeof(Loose.LooseTextsConverter))]
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Scopes.</summary>
    [JsonConverter(typeof(Loose.LooseTextsConverter))]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Labels.</summary>
    [JsonConverter(typeof(Loose.LooseTextsConverter))]
    public IReadOnlyList<string>? Tags { get; init; }
}
