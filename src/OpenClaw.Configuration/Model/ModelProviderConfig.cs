namespace OpenClaw.Configuration.Model;

/// <summary><c>models.providers.&lt;id&gt;</c>.</summary>
public sealed record ModelProviderConfig
{
    /// <summary>Address of the API.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Key; never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary><c>api-key</c>, <c>aws-sdk</c>, <c>oauth</c> or <c>token</c>.</summary>
    public string? Auth { get; init; }

    /// <summary><c>openai-completions</c>, <c>anthropic-messages</c> …</summary>
    public string? Api { get; init; }

    /// <summary>Extra request headers.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Send the key as a bearer header.</summary>
    public bool? AuthHeader { get; init; }

    /// <summary>What it serves.</summary>
    public IReadOnlyList<ProviderModelConfig> Models { get; init; } = [];

    private static ModelProviderConfig Defaults { get; } = new();

    internal static ModelProviderConfig Read(ConfigNode node) => new()
    {
        BaseUrl = node.Text("baseUrl") ?? Defaults.BaseUrl,
        ApiKey = node.Text("apiKey"),
        Auth = node.Text("auth"),
        Api = node.Text("api"),
        Headers = node.TextMap("headers"),
        AuthHeader = node.Flag("authHeader"),
        Models = node.List("models", ProviderModelConfig.Read) ?? [],
    };
}
