using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Transcripts;

/// <summary>
/// Any further line of a transcript file (spec 08 §5). Which members are set depends on <see cref="Type"/>; the ones only later steps use
/// stay in <see cref="Extra"/>.
/// </summary>
[Open]
public sealed record TranscriptEntry
{
    /// <summary><c>message</c>, <c>model_change</c>, <c>thinking_level_change</c>, <c>compaction</c>, <c>custom</c> …</summary>
    public required string Type { get; init; }

    /// <summary><c>custom</c>, <c>custom_message</c>.</summary>
    public string? CustomType { get; init; }

    /// <summary><c>custom</c>.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>8 hex digits.</summary>
    public string? Id { get; init; }

    /// <summary>Line before it, null at the root.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? ParentId { get; init; }

    /// <summary>ISO 8601.</summary>
    public string? Timestamp { get; init; }

    /// <summary><c>model_change</c>.</summary>
    public string? Provider { get; init; }

    /// <summary><c>model_change</c>.</summary>
    public string? ModelId { get; init; }

    /// <summary><c>thinking_level_change</c>.</summary>
    public string? ThinkingLevel { get; init; }

    /// <summary><c>message</c>.</summary>
    public TranscriptMessage? Message { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
