using System.Text.Json;

namespace OpenClaw.Channels.Inbound;

/// <summary>An attachment that is still at the service.</summary>
/// <param name="Kind"><c>image</c>, <c>video</c>, <c>audio</c>, <c>voice</c>, <c>document</c>, <c>sticker</c>.</param>
/// <param name="Mime">Declared type.</param>
/// <param name="FileName">Original name.</param>
/// <param name="Size">Declared size in bytes; null: unknown.</param>
/// <param name="Reference">What the channel needs to fetch it, also after a restart.</param>
public sealed record InboundMedia(string Kind, string? Mime, string? FileName, long? Size, JsonElement Reference)
{
    /// <summary>Emoji, set name and ids of a sticker; null otherwise.</summary>
    public InboundSticker? Sticker { get; init; }
}
