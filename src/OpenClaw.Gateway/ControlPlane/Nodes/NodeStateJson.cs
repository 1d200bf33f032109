using System.Text.Json.Serialization;
using OpenClaw.Protocol.Nodes;

namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>The two files of the node pairing store, member for member as the original writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(Dictionary<string, PendingNode>))]
[JsonSerializable(typeof(Dictionary<string, PairedNode>))]
internal sealed partial class NodeStateJson : JsonSerializerContext;
