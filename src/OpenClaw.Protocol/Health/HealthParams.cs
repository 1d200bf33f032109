using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Health;

/// <summary>Params of <c>health</c>; unknown members and wrong types are ignored.</summary>
[Open]
public sealed record HealthParams
{
    /// <summary>Only <c>true</c> counts: look at the channels now instead of answering from the cache.</summary>
    [JsonConverter(typeof(Loose.LooseFlagConverter))]
    public bool? Probe { get; init; }
}
