namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.http.endpoints.responses.images</c>.</summary>
public sealed record ResponsesImagesConfig
{
    /// <summary>Fetch images by URL.</summary>
    public bool AllowUrl { get; init; } = true;

    /// <summary>Null: jpeg, png, gif, webp.</summary>
    public IReadOnlyList<string>? AllowedMimes { get; init; }

    /// <summary>Bytes of one image.</summary>
    public long MaxBytes { get; init; } = 10485760;

    /// <summary>Redirects followed.</summary>
    public long MaxRedirects { get; init; } = 3;

    /// <summary>Milliseconds for one fetch.</summary>
    public long TimeoutMs { get; init; } = 10000;

    private static ResponsesImagesConfig Defaults { get; } = new();

    internal static ResponsesImagesConfig Read(ConfigNode node) => new()
    {
        AllowUrl = node.Flag("allowUrl") ?? Defaults.AllowUrl,
        AllowedMimes = node.Texts("allowedMimes"),
        MaxBytes = node.Whole("maxBytes") ?? Defaults.MaxBytes,
        MaxRedirects = node.Whole("maxRedirects") ?? Defaults.MaxRedirects,
        TimeoutMs = node.Whole("timeoutMs") ?? Defaults.TimeoutMs,
    };
}
