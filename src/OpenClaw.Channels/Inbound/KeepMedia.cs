using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Inbound;

/// <summary>Moves a fetched file to where received media are kept.</summary>
/// <param name="file">The file; it is gone from its place afterwards.</param>
/// <param name="kind"><see cref="InboundMedia.Kind"/>.</param>
/// <returns>The file at its new place, or why it is not there.</returns>
public delegate (LocalMedia? Media, string? Problem) KeepMedia(FetchedMedia file, string kind);
