namespace OpenClaw.Agents.Models;

/// <summary>
/// Well-known models that need nothing but a key. A short list on purpose: anything else is added under <c>models.providers</c>. Prices
/// in dollars per million tokens as published when this list was made.
/// </summary>
internal static class BuiltInModels
{
    public const string Anthropic = "anthropic";
    public const string OpenAi = "openai";
    public const string Google = "google";

    private const string AnthropicUrl = "https://api.anthropic.com";
    private const string OpenAiUrl = "https://api.openai.com/v1";
    private const string GoogleUrl = "https://generativelanguage.googleapis.com/v1beta";

    /// <summary>Short names of models that are in <c>agents.defaults.models</c> (spec 08 §14).</summary>
    public static IReadOnlyDictionary<string, ModelRef> Aliases { get; } = new Dictionary<string, ModelRef>(StringComparer.Ordinal)
    {
        ["opus"] = new(Anthropic, "claude-opus-4-5"),
        ["sonnet"] = new(Anthropic, "claude-sonnet-4-5"),
        ["gpt"] = new(OpenAi, "gpt-5.2"),
        ["gpt-mini"] = new(OpenAi, "gpt-5-mini"),
        ["gemini"] = new(Google, "gemini-3-pro-preview"),
        ["gemini-flash"] = new(Google, "gemini-3-flash-preview"),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelInfo> All { get; } =
    [
        Claude("claude-opus-4-5", "Claude Opus 4.5", 64_000, new ModelCost(5, 25, 0.5, 6.25)),
        Claude("claude-opus-4-1", "Claude Opus 4.1", 32_000, new ModelCost(15, 75, 1.5, 18.75)),
        Claude("claude-sonnet-4-5", "Claude Sonnet 4.5", 64_000, new ModelCost(3, 15, 0.3, 3.75)),
        Claude("claude-sonnet-4-0", "Claude Sonnet 4", 64_000, new ModelCost(3, 15, 0.3, 3.75)),
        Claude("claude-haiku-4-5", "Claude Haiku 4.5", 64_000, new ModelCost(1, 5, 0.1, 1.25)),
        Gpt("gpt-5.2", "GPT-5.2", 400_000, 128_000, reasoning: true, new ModelCost(1.75, 14, 0.175, 0)),
        Gpt("gpt-5.1", "GPT-5.1", 400_000, 128_000, reasoning: true, new ModelCost(1.25, 10, 0.125, 0)),
        Gpt("gpt-5", "GPT-5", 400_000, 128_000, reasoning: true, new ModelCost(1.25, 10, 0.125, 0)),
        Gpt("gpt-5-mini", "GPT-5 mini", 400_000, 128_000, reasoning: true, new ModelCost(0.25, 2, 0.025, 0)),
        Gpt("gpt-4.1", "GPT-4.1", 1_047_576, 32_768, reasoning: false, new ModelCost(2, 8, 0.5, 0)),
        Gpt("gpt-4o", "GPT-4o", 128_000, 16_384, reasoning: false, new ModelCost(2.5, 10, 1.25, 0)),
        Gpt("gpt-4o-mini", "GPT-4o mini", 128_000, 16_384, reasoning: false, new ModelCost(0.15, 0.6, 0.075, 0)),
        Gemini("gemini-3-pro-preview", "Gemini 3 Pro", new ModelCost(2, 12, 0.2, 0)),
        Gemini("gemini-3-flash-preview", "Gemini 3 Flash", new ModelCost(0.5, 3, 0.05, 0)),
        Gemini("gemini-2.5-pro", "Gemini 2.5 Pro", new ModelCost(1.25, 10, 0.125, 0)),
        Gemini("gemini-2.5-flash", "Gemini 2.5 Flash", new ModelCost(0.3, 2.5, 0.03, 0)),
    ];

    /// <summary>A model this list does not know, of a provider it does; null for other providers.</summary>
    public static ModelInfo? Unlisted(ModelRef model) => model.Provider switch
    {
        Anthropic => Claude(model.Id, model.Id, 64_000, default),
        OpenAi => Gpt(model.Id, model.Id, 200_000, 16_384, reasoning: false, default),
        Google => Gemini(model.Id, model.Id, default),
        _ => KnownProviders.Model(model),
    };

    private static ModelInfo Claude(string id, string name, long maxTokens, ModelCost price) => new()
    {
        Ref = new ModelRef(Anthropic, id),
        Name = name,
        Api = ModelApis.AnthropicMessages,
        BaseUrl = AnthropicUrl,
        Reasoning = true,
        Input = ["text", "image"],
        Price = price,
        ContextWindow = 200_000,
        MaxTokens = maxTokens,
    };

    private static ModelInfo Gpt(string id, string name, long window, long maxTokens, bool reasoning, ModelCost price) => new()
    {
        Ref = new ModelRef(OpenAi, id),
        Name = name,
        Api = ModelApis.OpenAiResponses,
        BaseUrl = OpenAiUrl,
        Reasoning = reasoning,
        Input = ["text", "image"],
        Price = price,
        ContextWindow = window,
        MaxTokens = maxTokens,
    };

    private static ModelInfo Gemini(string id, string name, ModelCost price) => new()
    {
        Ref = new ModelRef(Google, id),
        Name = name,
        Api = ModelApis.GoogleGenerativeAi,
        BaseUrl = GoogleUrl,
        Reasoning = true,
        Input = ["text", "image"],
        Price = price,
        ContextWindow = 1_048_576,
        MaxTokens = 65_536,
    };
}
