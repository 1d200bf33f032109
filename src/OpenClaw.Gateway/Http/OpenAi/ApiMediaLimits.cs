using OpenClaw.Configuration.Model;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>What pictures and files a call may bring (spec 06 §3.2).</summary>
internal sealed record ApiMediaLimits
{
    private static readonly string[] s_imageMimes = ["image/jpeg", "image/png", "image/gif", "image/webp"];
    private static readonly string[] s_fileMimes =
        ["text/plain", "text/markdown", "text/html", "text/csv", "application/json", "application/pdf"];

    public int MaxImages { get; init; } = 8;

    public long MaxImageBytesInAll { get; init; } = 20 * 1024 * 1024;

    public IReadOnlyList<string> ImageMimes { get; init; } = s_imageMimes;

    public bool AllowImageUrl { get; init; } = true;

    public required FetchLimits Image { get; init; }

    public IReadOnlyList<string> FileMimes { get; init; } = s_fileMimes;

    public bool AllowFileUrl { get; init; } = true;

    public required FetchLimits File { get; init; }

    /// <summary>Characters of a file that the model sees.</summary>
    public int MaxFileChars { get; init; }

    public required PdfLimits Pdf { get; init; }

    public static ApiMediaLimits Of(GatewayHttpConfig config)
    {
        var (images, files) = (config.Responses.Images, config.Responses.Files);
        return new ApiMediaLimits
        {
            ImageMimes = images.AllowedMimes ?? s_imageMimes,
            AllowImageUrl = images.AllowUrl,
            Image = Fetch(images.MaxBytes, images.MaxRedirects, images.TimeoutMs),
            FileMimes = files.AllowedMimes ?? s_fileMimes,
            AllowFileUrl = files.AllowUrl,
            File = Fetch(files.MaxBytes, files.MaxRedirects, files.TimeoutMs),
            MaxFileChars = (int)Math.Min(files.MaxChars, int.MaxValue),
            Pdf = new PdfLimits(files.PdfMaxPages, files.PdfMaxPixels, files.PdfMinTextChars),
        };
    }

    private static FetchLimits Fetch(long bytes, long redirects, long timeoutMs) =>
        new(bytes, (int)Math.Min(redirects, 20), TimeSpan.FromMilliseconds(Math.Clamp(timeoutMs, 1, 600_000)));
}
