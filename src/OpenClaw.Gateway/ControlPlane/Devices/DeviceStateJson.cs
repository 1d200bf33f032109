using System.Text.Json.Serialization;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Gateway.ControlPlane.Devices;

/// <summary>The two files of the device pairing store, member for member as the original writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(Dictionary<string, PendingDevice>))]
[JsonSerializable(typeof(Dictionary<string, PairedDevice>))]
internal sealed partial class DeviceStateJson : JsonSerializerContext;
