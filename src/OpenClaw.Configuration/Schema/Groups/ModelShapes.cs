using static OpenClaw.Configuration.Schema.Shapes;

namespace OpenClaw.Configuration.Schema.Groups;

/// <summary>Models, wherever they are named.</summary>
internal static class ModelShapes
{
    public static ObjectShape ModelChoice { get; } = Object(Key("primary", Text), Key("fallbacks", Texts));

    public static UnionShape ModelOrName { get; } = Either(Text, ModelChoice);

    public static ChoiceShape Api { get; } = Choice(
        "openai-completions", "openai-responses", "anthropic-messages", "google-generative-ai", "github-copilot", "bedrock-converse-stream", "ollama");

    public static ObjectShape ProviderModel { get; } = Object(
        Required("id", NotEmpty),
        Required("name", NotEmpty),
        Key("api", Api),
        Key("reasoning", Flag),
        Key("input", ListOf(Choice("text", "image"))),
        Key("cost", Object(
            Key("input", Number),
            Key("output", Number),
            Key("cacheRead", Number),
            Key("cacheWrite", Number))),
        Key("contextWindow", PositiveNumber),
        Key("maxTokens", PositiveNumber),
        Key("headers", MapOf(Text)),
        Key("compat", Object(
            Key("supportsStore", Flag),
            Key("supportsDeveloperRole", Flag),
            Key("supportsReasoningEffort", Flag),
            Key("maxTokensField", Choice("max_completion_tokens", "max_tokens")),
            Key("supportsUsageInStreaming", Flag),
            Key("supportsStrictMode", Flag),
            Key("requiresToolResultName", Flag),
            Key("requiresAssistantAfterToolResult", Flag),
            Key("requiresThinkingAsText", Flag),
            Key("requiresMistralToolIds", Flag),
            Key("thinkingFormat", Choice("openai", "zai", "qwen", "openrouter")))));
}
