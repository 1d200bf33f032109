using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Transcripts;

/// <summary>First line of a transcript file.</summary>
[Open]
public sealed record TranscriptHeader
{
    /// <summary>Always <c>session</c>.</summary>
    public required string Type { get; init; }

    /// <summary>3; 2 is read as well.</summary>
    public required long Version { get; init; }

    /// <summary>Session id.</summary>
    public required string Id { get; init; }

    /// <summary>ISO 8601.</summary>
    public required string Timestamp { get; init; }

    /// <summary>Workspace.</summary>
    public string? Cwd { get; init; }

    /// <summary>Transcript it was forked from.</summary>
    public string? ParentSession { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
