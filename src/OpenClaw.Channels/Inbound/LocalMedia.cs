namespace OpenClaw.Channels.Inbound;

/// <summary>An attachment on this machine.</summary>
/// <param name="Path">File under <c>&lt;state&gt;/media/inbound</c>.</param>
/// <param name="Kind"><see cref="InboundMedia.Kind"/>.</param>
/// <param name="Mime">Type.</param>
public sealed record LocalMedia(string Path, string Kind, string? Mime);
