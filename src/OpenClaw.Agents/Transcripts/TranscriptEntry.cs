using System.Text.Json;

namespace OpenClaw.Agents.Transcripts;

/// <summary>One line of a transcript after the header, of whatever type.</summary>
/// <param name="Type">Value of <c>type</c>; types not known here are kept and passed over.</param>
/// <param name="Id">Unique within the file; null in lines that carry none.</param>
/// <param name="ParentId">The entry before it on its path; null at the root.</param>
/// <param name="Raw">The whole line.</param>
public sealed record TranscriptEntry(string Type, string? Id, string? ParentId, JsonElement Raw)
{
    /// <summary>The <c>message</c> member of message lines.</summary>
    public JsonElement? Message =>
        Raw.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object ? message : null;

    /// <summary>Role of the message, if it is one.</summary>
    public string? Role => Message is { } message ? message.Text("role") : null;

    /// <summary>A string member of the line.</summary>
    public string? Text(string name) => Raw.Text(name);
}
