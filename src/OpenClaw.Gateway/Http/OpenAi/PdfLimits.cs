namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Bounds on reading a PDF.</summary>
/// <param name="MaxPages">Pages read.</param>
/// <param name="MaxPixels">Pixels of a rendered page.</param>
/// <param name="MinTextChars">With less text than this, pages are rendered.</param>
internal sealed record PdfLimits(long MaxPages, long MaxPixels, long MinTextChars);
