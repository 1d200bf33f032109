using System.Buffers;
using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The request body of the chat completions format.</summary>
internal static class OpenAiRequestBody
{
    // Servers that copied the format before these fields existed, by provider id.
    private static readonly string[] s_plain = ["ollama", "mistral", "chutes", "xai", "cerebras", "deepseek", "zai", "groq"];

    public static byte[] Write(ModelRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, request);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        var model = request.Model;
        var plain = s_plain.Contains(model.Ref.Provider, StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteString("model", model.Ref.Id);
        writer.WriteStartArray("messages");
        WriteSystem(writer, request, plain);
        foreach (var message in request.Messages)
            WriteMessage(writer, message, model);
        writer.WriteEndArray();
        writer.WriteBoolean("stream", true);
        if (model.Compat.SupportsUsageInStreaming ?? true)
        {
            writer.WriteStartObject("stream_options");
            writer.WriteBoolean("include_usage", true);
            writer.WriteEndObject();
        }

        if (model.Compat.SupportsStore ?? !plain)
            writer.WriteBoolean("store", false);
        writer.WriteNumber(model.Compat.MaxTokensField ?? (plain ? "max_tokens" : "max_completion_tokens"), model.MaxTokens);
        if (model.Reasoning && request.Thinking != ThinkingLevels.Off && (model.Compat.SupportsReasoningEffort ?? true))
            writer.WriteString("reasoning_effort", request.Thinking);
        writer.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter writer, ModelRequest request, bool plain)
    {
        if (request.SystemPrompt.Length == 0)
            return;
        var developer = request.Model.Reasoning && (request.Model.Compat.SupportsDeveloperRole ?? !plain);
        writer.WriteStartObject();
        writer.WriteString("role", developer ? "developer" : "system");
        writer.WriteString("content", request.SystemPrompt);
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, ModelMessage message, ModelInfo model)
    {
        switch (message)
        {
            case ModelMessage.User user:
                WriteUser(writer, user.Content, model);
                break;
            case ModelMessage.Assistant assistant:
                WriteAssistant(writer, assistant, model);
                break;
            case ModelMessage.ToolResult result:
                writer.WriteStartObject();
                writer.WriteString("role", "tool");
                writer.WriteString("content", result.Text);
                writer.WriteString("tool_call_id", result.CallId);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteUser(Utf8JsonWriter writer, IReadOnlyList<ContentPart> content, ModelInfo model)
    {
        writer.WriteStartObject();
        writer.WriteString("role", "user");
        writer.WriteStartArray("content");
        foreach (var part in content)
        {
            switch (part)
            {
                case ContentPart.Text text:
                    WriteText(writer, text.Value);
                    break;
                case ContentPart.Image image when model.TakesImages:
                    writer.WriteStartObject();
                    writer.WriteString("type", "image_url");
                    writer.WriteStartObject("image_url");
                    writer.WriteString("url", $"data:{image.MimeType};base64,{image.Data}");
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                    break;
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAssistant(Utf8JsonWriter writer, ModelMessage.Assistant assistant, ModelInfo model)
    {
        var calls = assistant.Content.OfType<ContentPart.ToolCall>().ToList();
        var texts = assistant.Content.OfType<ContentPart.Text>().Where(static part => part.Value.Length > 0).ToList();
        if (calls.Count == 0 && texts.Count == 0)
            return;
        writer.WriteStartObject();
        writer.WriteString("role", "assistant");
        if (texts.Count == 0)
        {
            writer.WriteNull("content");
        }
        else
        {
            writer.WriteStartArray("content");
            foreach (var text in texts)
                WriteText(writer, text.Value);
            writer.WriteEndArray();
        }

        if (assistant.Provider == model.Ref.Provider && assistant.Model == model.Ref.Id
            && assistant.Content.OfType<ContentPart.Thinking>().FirstOrDefault() is { Signature: "reasoning_content" or "reasoning" or "reasoning_text" } thought)
            writer.WriteString(thought.Signature, thought.Value);
        if (calls.Count > 0)
            WriteCalls(writer, calls);
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, List<ContentPart.ToolCall> calls)
    {
        writer.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.Id);
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", call.Name);
            writer.WriteString("arguments", call.Arguments.GetRawText());
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
