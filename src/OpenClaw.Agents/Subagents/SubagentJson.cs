using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Agents.Subagents;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true)]
[JsonSerializable(typeof(SubagentFile))]
internal sealed partial class SubagentJson : JsonSerializerContext;
