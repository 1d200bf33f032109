using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Transcripts;

/// <summary>One part of a message: text, image, thinking or a tool call. Which members are set depends on <see cref="Type"/>.</summary>
[Open]
public sealed record ContentPart
{
    /// <summary><c>text</c>, <c>image</c>, <c>thinking</c> or <c>toolCall</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>text</c>.</summary>
    public string? Text { get; init; }

    /// <summary><c>text</c>: opaque value of the provider.</summary>
    public string? TextSignature { get; init; }

    /// <summary><c>thinking</c>.</summary>
    public string? Thinking { get; init; }

    /// <summary><c>thinking</c>: opaque value of the provider.</summary>
    public string? ThinkingSignature { get; init; }

    /// <summary><c>toolCall</c>: id the result refers to.</summary>
    public string? Id { get; init; }

    /// <summary><c>toolCall</c>: tool.</summary>
    public string? Name { get; init; }

    /// <summary><c>toolCall</c>: arguments, an object.</summary>
    public JsonElement? Arguments { get; init; }

    /// <summary><c>toolCall</c>: opaque value of the provider.</summary>
    public string? ThoughtSignature { get; init; }

    /// <summary><c>image</c>: base64.</summary>
    public string? Data { get; init; }

    /// <summary><c>image</c>.</summary>
    public string? MimeType { get; init; }

    /// <summary>Members this version does not know; written back unchanged.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
