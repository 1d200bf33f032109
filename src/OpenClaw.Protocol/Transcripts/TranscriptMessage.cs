using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Transcripts;

/// <summary>A message of a transcript (spec 02 §1.3, spec 08 §5). Which members are set depends on <see cref="Role"/>.</summary>
[Open]
public sealed record TranscriptMessage
{
    /// <summary><c>user</c>, <c>assistant</c>, <c>toolResult</c>; others are kept.</summary>
    public required string Role { get; init; }

    /// <summary><c>toolResult</c>: the call it answers.</summary>
    public string? ToolCallId { get; init; }

    /// <summary><c>toolResult</c>: the tool.</summary>
    public string? ToolName { get; init; }

    /// <summary>Parts; a plain text in the file is read as one text part.</summary>
    [JsonConverter(typeof(ContentPartsConverter))]
    public IReadOnlyList<ContentPart>? Content { get; init; }

    /// <summary><c>toolResult</c>: structured result, not sent to the model.</summary>
    public JsonElement? Details { get; init; }

    /// <summary><c>toolResult</c>: the tool failed.</summary>
    public bool? IsError { get; init; }

    /// <summary><c>assistant</c>: wire format of the provider.</summary>
    public string? Api { get; init; }

    /// <summary><c>assistant</c>.</summary>
    public string? Provider { get; init; }

    /// <summary><c>assistant</c>.</summary>
    public string? Model { get; init; }

    /// <summary><c>assistant</c>: tokens.</summary>
    public TranscriptUsage? Usage { get; init; }

    /// <summary><c>assistant</c>: <c>stop</c>, <c>length</c>, <c>toolUse</c>, <c>error</c>, <c>aborted</c> or <c>injected</c>.</summary>
    public string? StopReason { get; init; }

    /// <summary>Epoch ms.</summary>
    public long? Timestamp { get; init; }

    /// <summary><c>assistant</c>: why the call failed.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
