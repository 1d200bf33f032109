namespace OpenClaw.Agents.Models;

/// <summary>Values of <c>models.providers.*.api</c> that this release speaks (spec 08 §16).</summary>
public static class ModelApis
{
    /// <summary>POST <c>{baseUrl}/chat/completions</c>: OpenAI, Ollama, llama.cpp, LM Studio, vLLM and many more.</summary>
    public const string OpenAiCompletions = "openai-completions";

    /// <summary>POST <c>{baseUrl}/v1/messages</c>.</summary>
    public const string AnthropicMessages = "anthropic-messages";

    /// <summary>The built-in demonstration that needs neither network nor key.</summary>
    public const string Demo = "demo";
}
