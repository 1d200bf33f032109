namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>A fetched file, or why there is none.</summary>
/// <param name="Bytes">The body; null on failure.</param>
/// <param name="MimeType">Content type without parameters.</param>
/// <param name="Problem">For the client.</param>
internal sealed record FetchedFile(byte[]? Bytes, string? MimeType, string? Problem);
