namespace OpenClaw.Channels.Inbound;

/// <summary>A sticker (spec 10 §8.12).</summary>
public sealed record InboundSticker(string? Emoji, string? SetName, string FileId, string FileUniqueId);
