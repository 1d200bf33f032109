namespace OpenClaw.Configuration.Model;

/// <summary><c>tools.web.search</c>.</summary>
public sealed record WebSearchConfig
{
    /// <summary>Offer the tool.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary><c>brave</c>, <c>perplexity</c> or <c>duckduckgo</c>; null: Brave.</summary>
    public string? Provider { get; init; }

    /// <summary>Key for Brave.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Results when the model asks for no number.</summary>
    public int MaxResults { get; init; } = 5;

    /// <summary>Deadline of one search.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>How long results are kept; 0: not.</summary>
    public double CacheTtlMinutes { get; init; } = 15;

    /// <summary>Key for Perplexity or for OpenRouter.</summary>
    public string? PerplexityApiKey { get; init; }

    /// <summary>Where Perplexity's format is spoken; null: decided by the key.</summary>
    public string? PerplexityBaseUrl { get; init; }

    /// <summary>Which of its models; null: <c>perplexity/sonar-pro</c>.</summary>
    public string? PerplexityModel { get; init; }

    private static WebSearchConfig Defaults { get; } = new();

    internal static WebSearchConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? Defaults.Enabled,
        Provider = node.Text("provider"),
        ApiKey = node.Text("apiKey"),
        MaxResults = node.Count("maxResults") ?? Defaults.MaxResults,
        TimeoutSeconds = node.Count("timeoutSeconds") ?? Defaults.TimeoutSeconds,
        CacheTtlMinutes = node.Number("cacheTtlMinutes") ?? Defaults.CacheTtlMinutes,
        PerplexityApiKey = node.Section("perplexity").Text("apiKey"),
        PerplexityBaseUrl = node.Section("perplexity").Text("baseUrl"),
        PerplexityModel = node.Section("perplexity").Text("model"),
    };
}
