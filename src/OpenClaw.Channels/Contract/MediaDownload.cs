namespace OpenClaw.Channels.Contract;

/// <summary>Downloads a public address to a local file that the caller moves or deletes.</summary>
/// <param name="url">http or https; private and local addresses are refused.</param>
/// <param name="maxBytes">Larger ones are refused before they are stored whole.</param>
/// <param name="ct">Gives up.</param>
/// <returns>The file, or why there is none.</returns>
public delegate Task<FetchedMedia> MediaDownload(Uri url, long maxBytes, CancellationToken ct);
