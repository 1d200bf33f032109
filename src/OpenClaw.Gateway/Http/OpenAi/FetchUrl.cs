namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Fetches a file from a public address.</summary>
/// <param name="url">As the caller wrote it.</param>
/// <param name="limits">How much and how long.</param>
/// <param name="ct">Ends the fetch.</param>
internal delegate Task<FetchedFile> FetchUrl(string url, FetchLimits limits, CancellationToken ct);
