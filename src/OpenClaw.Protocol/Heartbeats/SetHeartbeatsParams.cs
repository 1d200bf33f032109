using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Heartbeats;

/// <summary>Params of <c>set-heartbeats</c>; anything but a boolean counts as absent.</summary>
[Open]
public sealed record SetHeartbeatsParams
{
    /// <summary>Required.</summary>
    [JsonConverter(typeof(Loose.LooseFlagConverter))]
    public bool? Enabled { get; init; }
}
