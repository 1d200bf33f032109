namespace OpenClaw.Agents.Models;

/// <summary>Values of <c>models.providers.*.api</c> that this release speaks (spec 08 §16).</summary>
public static class ModelApis
{
    /// <summary>POST <c>{baseUrl}/chat/completions</c>: OpenAI, Ollama, llama.cpp, LM Studio, vLLM and many more.</summary>
    public const string OpenAiCompletions = "openai-completions";

    /// <summary>POST <c>{baseUrl}/v1/messages</c>.</summary>
    public const string AnthropicMessages = "anthropic-messages";

    /// <summary>POST <c>{baseUrl}/responses</c>: OpenAI's newer format.</summary>
    public const string OpenAiResponses = "openai-responses";

    /// <summary>POST <c>{baseUrl}/models/{model}:streamGenerateContent</c>: Google's Gemini.</summary>
    public const string GoogleGenerativeAi = "google-generative-ai";

    /// <summary>POST <c>{baseUrl}/api/chat</c>: Ollama's own format, the only one in which its window can be set.</summary>
    public const string Ollama = "ollama";

    /// <summary>The built-in demonstration that needs neither network nor key.</summary>
    public const string Demo = "demo";
}
