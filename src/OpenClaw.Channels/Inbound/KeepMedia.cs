using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Inbound;

/// <summary>Moves a fetched file to where received media are kept.</summary>
/// <param name="file">The file; it is gone afterwards.</param>
/// <param name="kind"><see cref="InboundMedia.Kind"/>.</param>
/// <param name="ct">Gives up.</param>
/// <returns>The file at its new place.</returns>
public delegate Task<LocalMedia> KeepMedia(FetchedMedia file, string kind, CancellationToken ct);
