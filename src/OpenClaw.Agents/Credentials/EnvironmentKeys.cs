namespace OpenClaw.Agents.Credentials;

/// <summary>Environment variables that hold provider keys (spec 08 §15).</summary>
internal static class EnvironmentKeys
{
    /// <summary>The variables of a provider, strongest first; none for unknown providers.</summary>
    public static IReadOnlyList<string> For(string provider) => provider switch
    {
        "anthropic" => ["ANTHROPIC_OAUTH_TOKEN", "ANTHROPIC_API_KEY"],
        "openai" => ["OPENAI_API_KEY"],
        "google" => ["GEMINI_API_KEY"],
        "openrouter" => ["OPENROUTER_API_KEY"],
        "groq" => ["GROQ_API_KEY"],
        "xai" => ["XAI_API_KEY"],
        "zai" => ["ZAI_API_KEY", "Z_AI_API_KEY"],
        "mistral" => ["MISTRAL_API_KEY"],
        "cerebras" => ["CEREBRAS_API_KEY"],
        "vercel-ai-gateway" => ["AI_GATEWAY_API_KEY"],
        "moonshot" => ["MOONSHOT_API_KEY"],
        "minimax" => ["MINIMAX_API_KEY"],
        "xiaomi" => ["XIAOMI_API_KEY"],
        "synthetic" => ["SYNTHETIC_API_KEY"],
        "venice" => ["VENICE_API_KEY"],
        "kimi-coding" => ["KIMI_API_KEY", "KIMICODE_API_KEY"],
        "opencode" => ["OPENCODE_API_KEY", "OPENCODE_ZEN_API_KEY"],
        "github-copilot" => ["COPILOT_GITHUB_TOKEN", "GH_TOKEN", "GITHUB_TOKEN"],
        "ollama" => ["OLLAMA_API_KEY"],
        "qwen-portal" => ["QWEN_OAUTH_TOKEN", "QWEN_PORTAL_API_KEY"],
        "chutes" => ["CHUTES_OAUTH_TOKEN", "CHUTES_API_KEY"],
        _ => [],
    };

    /// <summary>The variable to name in advice, with a separator; empty when there is none.</summary>
    public static string Hint(string provider) => For(provider) is { Count: > 0 } names ? $"{names[^1]} in the environment, " : string.Empty;
}
