using System.Text.Json;

namespace OpenClaw.Agents.Messages;

/// <summary>One piece of a message. The set is closed.</summary>
public abstract record ContentPart
{
    private ContentPart()
    {
    }

    /// <summary>Plain text.</summary>
    public sealed record Text(string Value) : ContentPart;

    /// <summary>An image, base64 without line breaks.</summary>
    public sealed record Image(string Data, string MimeType) : ContentPart;

    /// <summary>What the model thought; <paramref name="Signature"/> proves it to the provider that made it.</summary>
    public sealed record Thinking(string Value, string? Signature) : ContentPart;

    /// <summary>
    /// A tool the model wants to use. <paramref name="Arguments"/> is an object, or else what the model said, as a string: the call must
    /// then be answered with an error.
    /// </summary>
    public sealed record ToolCall(string Id, string Name, JsonElement Arguments) : ContentPart
    {
        /// <summary>Proves the thought behind the call to the provider that made it; Gemini wants it back.</summary>
        public string? Signature { get; init; }
    }
}
