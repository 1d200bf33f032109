namespace OpenClaw.Agents.Models;

/// <summary>Where well-known providers are, so that a key is all they need. Their models are not listed here: any id may be named.</summary>
internal static class KnownProviders
{
    // What is not known of a model is assumed small; models.providers says better.
    private const long Window = 128_000;

    private static readonly Dictionary<string, string> s_urls = new(StringComparer.Ordinal)
    {
        ["openrouter"] = "https://openrouter.ai/api/v1",
        ["groq"] = "https://api.groq.com/openai/v1",
        ["xai"] = "https://api.x.ai/v1",
        ["mistral"] = "https://api.mistral.ai/v1",
        ["cerebras"] = "https://api.cerebras.ai/v1",
        ["deepseek"] = "https://api.deepseek.com/v1",
        ["zai"] = "https://api.z.ai/api/paas/v4",
        ["moonshot"] = "https://api.moonshot.ai/v1",
        ["venice"] = "https://api.venice.ai/api/v1",
        ["opencode"] = "https://opencode.ai/zen/v1",
    };

    /// <summary>A model of one of them; null for other providers.</summary>
    public static ModelInfo? Model(ModelRef model) => s_urls.TryGetValue(model.Provider, out var url)
        ? new ModelInfo { Ref = model, Name = model.Id, Api = ModelApis.OpenAiCompletions, BaseUrl = url, ContextWindow = Window }
        : null;
}
