using System.Text.Json;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The request body of the chat completions format (spec 08 §16.1).</summary>
internal static class OpenAiRequestBody
{
    public static byte[] Write(ModelRequest request) => JsonBytes.Of(writer => Write(writer, request, ServerTraits.Of(request.Model)));

    private static void Write(Utf8JsonWriter writer, ModelRequest request, ServerTraits traits)
    {
        var model = request.Model;
        writer.WriteStartObject();
        writer.WriteString("model", model.Ref.Id);
        writer.WriteStartArray("messages");
        OpenAiMessages.Write(writer, request, traits);
        writer.WriteEndArray();
        writer.WriteBoolean("stream", true);
        if (traits.UsageInStreaming)
        {
            writer.WriteStartObject("stream_options");
            writer.WriteBoolean("include_usage", true);
            writer.WriteEndObject();
        }

        if (traits.Store)
            writer.WriteBoolean("store", false);
        writer.WriteNumber(traits.MaxTokensField, request.MaxTokens);
        WriteSampling(writer, request);
        WriteTools(writer, request, traits);
        WriteThinking(writer, request, traits);
        if (traits.PromptCacheKey && request.SessionId is { } session)
            writer.WriteString("prompt_cache_key", session);
        writer.WriteEndObject();
    }

    private static void WriteSampling(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (request.Sampling is not { } sampling)
            return;
        if (sampling.TopP is { } topP)
            writer.WriteNumber("top_p", topP);
        if (sampling.FrequencyPenalty is { } frequency)
            writer.WriteNumber("frequency_penalty", frequency);
        if (sampling.PresencePenalty is { } presence)
            writer.WriteNumber("presence_penalty", presence);
        if (sampling.Seed is { } seed)
            writer.WriteNumber("seed", seed);
        if (sampling.Stop is { Count: > 0 } stop)
        {
            writer.WriteStartArray("stop");
            foreach (var text in stop)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request, ServerTraits traits)
    {
        if (request.Tools.Count == 0)
            return;
        writer.WriteStartArray("tools");
        foreach (var tool in request.Tools)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);
            writer.WritePropertyName("parameters");
            tool.Parameters.WriteTo(writer);
            if (traits.StrictMode)
                writer.WriteBoolean("strict", false);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        switch (request.ToolChoice)
        {
            case null:
                break;
            case "auto" or "none" or "required":
                writer.WriteString("tool_choice", request.ToolChoice);
                break;
            default:
                writer.WriteStartObject("tool_choice");
                writer.WriteString("type", "function");
                writer.WriteStartObject("function");
                writer.WriteString("name", request.ToolChoice);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteThinking(Utf8JsonWriter writer, ModelRequest request, ServerTraits traits)
    {
        var model = request.Model;
        if (!model.Reasoning)
            return;
        var thinks = request.Thinking != ThinkingLevels.Off;
        switch (traits.ThinkingFormat)
        {
            case "zai":
                writer.WriteStartObject("thinking");
                writer.WriteString("type", thinks ? "enabled" : "disabled");
                writer.WriteEndObject();
                break;
            case "qwen":
                writer.WriteBoolean("enable_thinking", thinks);
                break;
            case "openrouter" when thinks && traits.ReasoningEffort:
                writer.WriteStartObject("reasoning");
                writer.WriteString("effort", ThinkingLevels.For(model.Ref, request.Thinking));
                writer.WriteEndObject();
                break;
            case "openai" when thinks && traits.ReasoningEffort:
                writer.WriteString("reasoning_effort", ThinkingLevels.For(model.Ref, request.Thinking));
                break;
        }
    }
}
