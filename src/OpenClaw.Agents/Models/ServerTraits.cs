namespace OpenClaw.Agents.Models;

/// <summary>How a server of the OpenAI format wants to be spoken to: what was configured, else what its provider is known for.</summary>
internal sealed record ServerTraits
{
    // Servers that copied the format before these fields existed.
    private static readonly string[] s_plain = ["ollama", "mistral", "chutes", "xai", "cerebras", "deepseek", "zai", "groq", "opencode"];

    private ServerTraits(ModelInfo model)
    {
        var compat = model.Compat;
        var provider = model.Ref.Provider;
        var host = Uri.TryCreate(model.BaseUrl, UriKind.Absolute, out var url) ? url.Host : string.Empty;
        var mistral = provider == "mistral" || host.EndsWith("mistral.ai", StringComparison.OrdinalIgnoreCase);
        var zai = provider == "zai" || host.EndsWith("z.ai", StringComparison.OrdinalIgnoreCase);
        var plain = mistral || zai || s_plain.Contains(provider, StringComparer.Ordinal);
        Store = compat.SupportsStore ?? !plain;
        DeveloperRole = compat.SupportsDeveloperRole ?? !plain;
        ReasoningEffort = compat.SupportsReasoningEffort ?? provider is not ("xai" or "mistral");
        UsageInStreaming = compat.SupportsUsageInStreaming ?? true;
        StrictMode = compat.SupportsStrictMode ?? !plain;
        MaxTokensField = compat.MaxTokensField ?? (plain ? "max_tokens" : "max_completion_tokens");
        ToolResultName = compat.RequiresToolResultName ?? mistral;
        AssistantAfterToolResult = compat.RequiresAssistantAfterToolResult ?? false;
        ThinkingAsText = compat.RequiresThinkingAsText ?? mistral;
        MistralToolIds = compat.RequiresMistralToolIds ?? mistral;
        ThinkingFormat = compat.ThinkingFormat ?? (zai ? "zai" : provider == "openrouter" ? "openrouter" : "openai");
        PromptCacheKey = provider == BuiltInModels.OpenAi && host == "api.openai.com";
    }

    public bool Store { get; }

    public bool DeveloperRole { get; }

    public bool ReasoningEffort { get; }

    public bool UsageInStreaming { get; }

    public bool StrictMode { get; }

    public string MaxTokensField { get; }

    public bool ToolResultName { get; }

    public bool AssistantAfterToolResult { get; }

    public bool ThinkingAsText { get; }

    public bool MistralToolIds { get; }

    public string ThinkingFormat { get; }

    /// <summary>Others refuse fields they do not know.</summary>
    public bool PromptCacheKey { get; }

    public static ServerTraits Of(ModelInfo model) => new(model);
}
