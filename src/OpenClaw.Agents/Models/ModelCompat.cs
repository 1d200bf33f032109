namespace OpenClaw.Agents.Models;

/// <summary>What a server that speaks the OpenAI format does differently (<c>models[].compat</c>); null means its provider's usual.</summary>
/// <param name="SupportsStore">Accepts <c>store</c>.</param>
/// <param name="SupportsDeveloperRole">Wants the system prompt of reasoning models under the role <c>developer</c>.</param>
/// <param name="SupportsReasoningEffort">Accepts <c>reasoning_effort</c>.</param>
/// <param name="SupportsUsageInStreaming">Accepts <c>stream_options.include_usage</c>.</param>
/// <param name="MaxTokensField"><c>max_tokens</c> or <c>max_completion_tokens</c>.</param>
public sealed record ModelCompat(
    bool? SupportsStore = null,
    bool? SupportsDeveloperRole = null,
    bool? SupportsReasoningEffort = null,
    bool? SupportsUsageInStreaming = null,
    string? MaxTokensField = null);
