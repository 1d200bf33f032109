using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Transcripts;

/// <summary>Tokens of one model call.</summary>
[Open]
public sealed record TranscriptUsage
{
    /// <summary>Fresh input tokens.</summary>
    public required long Input { get; init; }

    /// <summary>Output tokens.</summary>
    public required long Output { get; init; }

    /// <summary>Input tokens read from the provider's cache.</summary>
    public long? CacheRead { get; init; }

    /// <summary>Input tokens written to it.</summary>
    public long? CacheWrite { get; init; }

    /// <summary>All of them.</summary>
    public required long TotalTokens { get; init; }

    /// <summary>Their price.</summary>
    public TranscriptCost? Cost { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
