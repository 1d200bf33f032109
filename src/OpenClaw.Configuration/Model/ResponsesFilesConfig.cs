namespace OpenClaw.Configuration.Model;

/// <summary><c>gateway.http.endpoints.responses.files</c>.</summary>
public sealed record ResponsesFilesConfig
{
    /// <summary>Fetch files by URL.</summary>
    public bool AllowUrl { get; init; } = true;

    /// <summary>Null: text and PDF.</summary>
    public IReadOnlyList<string>? AllowedMimes { get; init; }

    /// <summary>Bytes of one file.</summary>
    public long MaxBytes { get; init; } = 5242880;

    /// <summary>Characters handed to the model.</summary>
    public long MaxChars { get; init; } = 200000;

    /// <summary>Redirects followed.</summary>
    public long MaxRedirects { get; init; } = 3;

    /// <summary>Milliseconds for one fetch.</summary>
    public long TimeoutMs { get; init; } = 10000;

    /// <summary>Pages rendered.</summary>
    public long PdfMaxPages { get; init; } = 4;

    /// <summary>Pixels of one page.</summary>
    public long PdfMaxPixels { get; init; } = 4000000;

    /// <summary>Below this much text a page is rendered.</summary>
    public long PdfMinTextChars { get; init; } = 200;

    private static ResponsesFilesConfig Defaults { get; } = new();

    internal static ResponsesFilesConfig Read(ConfigNode node) => new()
    {
        AllowUrl = node.Flag("allowUrl") ?? Defaults.AllowUrl,
        AllowedMimes = node.Texts("allowedMimes"),
        MaxBytes = node.Whole("maxBytes") ?? Defaults.MaxBytes,
        MaxChars = node.Whole("maxChars") ?? Defaults.MaxChars,
        MaxRedirects = node.Whole("maxRedirects") ?? Defaults.MaxRedirects,
        TimeoutMs = node.Whole("timeoutMs") ?? Defaults.TimeoutMs,
        PdfMaxPages = node.Section("pdf").Whole("maxPages") ?? Defaults.PdfMaxPages,
        PdfMaxPixels = node.Section("pdf").Whole("maxPixels") ?? Defaults.PdfMaxPixels,
        PdfMinTextChars = node.Section("pdf").Whole("minTextChars") ?? Defaults.PdfMinTextChars,
    };
}
