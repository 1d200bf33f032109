namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Bounds of one fetch.</summary>
/// <param name="MaxBytes">Largest body.</param>
/// <param name="MaxRedirects">Redirects followed; each is checked like the first address.</param>
/// <param name="Timeout">For all of it.</param>
internal sealed record FetchLimits(long MaxBytes, int MaxRedirects, TimeSpan Timeout);
