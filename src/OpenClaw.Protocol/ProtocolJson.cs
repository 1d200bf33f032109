using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Protocol;

/// <summary>
/// Source-generated serialisation of every wire type. Each method family adds its types in a partial declaration of its own,
/// beside its definitions. Absent members are omitted, never sent as <c>null</c>, unless the member says otherwise.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WholeNumberConverter)])]
[JsonSerializable(typeof(GatewayError))]
[JsonSerializable(typeof(StateVersion))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class ProtocolJson : JsonSerializerContext;
