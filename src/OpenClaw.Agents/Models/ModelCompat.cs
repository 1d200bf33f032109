namespace OpenClaw.Agents.Models;

/// <summary>What a server that speaks the OpenAI format does differently (<c>models[].compat</c>); null means its provider's usual.</summary>
public sealed record ModelCompat
{
    /// <summary>Accepts <c>store</c>.</summary>
    public bool? SupportsStore { get; init; }

    /// <summary>Wants the system prompt of reasoning models under the role <c>developer</c>.</summary>
    public bool? SupportsDeveloperRole { get; init; }

    /// <summary>Accepts <c>reasoning_effort</c>.</summary>
    public bool? SupportsReasoningEffort { get; init; }

    /// <summary>Accepts <c>stream_options.include_usage</c>.</summary>
    public bool? SupportsUsageInStreaming { get; init; }

    /// <summary>Accepts <c>strict</c> in a tool.</summary>
    public bool? SupportsStrictMode { get; init; }

    /// <summary><c>max_tokens</c> or <c>max_completion_tokens</c>.</summary>
    public string? MaxTokensField { get; init; }

    /// <summary>Wants the tool's name in its result.</summary>
    public bool? RequiresToolResultName { get; init; }

    /// <summary>Wants an assistant message between a tool result and the next user message.</summary>
    public bool? RequiresAssistantAfterToolResult { get; init; }

    /// <summary>Has no field for thinking: earlier thoughts are returned as text.</summary>
    public bool? RequiresThinkingAsText { get; init; }

    /// <summary>Wants tool call ids of exactly nine letters and digits.</summary>
    public bool? RequiresMistralToolIds { get; init; }

    /// <summary>How it is told to think: <c>openai</c>, <c>zai</c>, <c>qwen</c> or <c>openrouter</c>.</summary>
    public string? ThinkingFormat { get; init; }
}
