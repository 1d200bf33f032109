using System.Text.Json;
using OpenClaw.Protocol.Schema;
using OpenClaw.Protocol.Transcripts;

namespace OpenClaw.Protocol.Chat;

/// <summary>The end of a transcript.</summary>
public sealed record ChatHistoryResult
{
    /// <summary>As given.</summary>
    public required string SessionKey { get; init; }

    /// <summary>Transcript id; absent for an unknown session.</summary>
    public string? SessionId { get; init; }

    /// <summary>Transcript messages (spec 02 §1.3), oldest first, as the file has them.</summary>
    [Described(typeof(TranscriptMessage))]
    public required IReadOnlyList<JsonElement> Messages { get; init; }

    /// <summary>Level in effect.</summary>
    public string? ThinkingLevel { get; init; }
}
