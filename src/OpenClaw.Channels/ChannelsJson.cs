using System.Text.Json.Serialization;
using OpenClaw.Channels.Inbound;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Channels;

/// <summary>JSON of what the journal keeps.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(InboundEvent))]
[JsonSerializable(typeof(OutboundPart))]
public sealed partial class ChannelsJson : JsonSerializerContext;
