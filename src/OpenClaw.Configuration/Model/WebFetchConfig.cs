namespace OpenClaw.Configuration.Model;

/// <summary><c>tools.web.fetch</c>.</summary>
public sealed record WebFetchConfig
{
    /// <summary>Offer the tool.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Characters of a page.</summary>
    public int MaxChars { get; init; } = 50_000;

    /// <summary>Deadline of one fetch.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>How long a page is kept; 0: not.</summary>
    public double CacheTtlMinutes { get; init; } = 15;

    /// <summary>Redirects that are followed.</summary>
    public int MaxRedirects { get; init; } = 3;

    /// <summary>How the tool introduces itself; null: as a browser.</summary>
    public string? UserAgent { get; init; }

    private static WebFetchConfig Defaults { get; } = new();

    internal static WebFetchConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        MaxChars = node.Count("maxChars") ?? Defaults.MaxChars,
        TimeoutSeconds = node.Count("timeoutSeconds") ?? Defaults.TimeoutSeconds,
        CacheTtlMinutes = node.Number("cacheTtlMinutes") ?? Defaults.CacheTtlMinutes,
        MaxRedirects = node.Count("maxRedirects") ?? Defaults.MaxRedirects,
        UserAgent = node.Text("userAgent"),
    };
}
