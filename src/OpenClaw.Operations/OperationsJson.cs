using System.Text.Json.Serialization;
using OpenClaw.Operations.Locks;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Operations;

/// <summary>Serialisation of the small files this project owns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LockContent))]
[JsonSerializable(typeof(OriginalLockContent))]
[JsonSerializable(typeof(StopRecordFile))]
internal sealed partial class OperationsJson : JsonSerializerContext;
