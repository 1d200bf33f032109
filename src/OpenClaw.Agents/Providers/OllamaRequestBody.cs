using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The request body of Ollama's chat format.</summary>
internal static class OllamaRequestBody
{
    public static byte[] Write(ModelRequest request) => JsonBytes.Of(writer => Write(writer, request));

    private static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        var model = request.Model;
        writer.WriteStartObject();
        writer.WriteString("model", model.Ref.Id);
        writer.WriteStartArray("messages");
        if (request.SystemPrompt.Length > 0)
            WriteMessage(writer, "system", request.SystemPrompt, []);
        foreach (var message in request.Messages)
            WriteMessage(writer, message, model);
        writer.WriteEndArray();
        writer.WriteBoolean("stream", true);
        WriteTools(writer, request);
        if (model.Reasoning)
            WriteThinking(writer, request);
        WriteOptions(writer, request);
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, ModelMessage message, ModelInfo model)
    {
        var pictures = model.TakesImages ? message.Content.OfType<ContentPart.Image>().ToList() : [];
        switch (message)
        {
            case ModelMessage.User:
                WriteMessage(writer, "user", message.Text, pictures);
                break;
            case ModelMessage.ToolResult result:
                WriteMessage(writer, "tool", result.Text, pictures, w => w.WriteString("tool_name", result.ToolName));
                break;
            case ModelMessage.Assistant turn:
                WriteMessage(writer, "assistant", message.Text, [], w => WriteCalls(w, turn));
                break;
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, string role, string text, List<ContentPart.Image> pictures, Action<Utf8JsonWriter>? more = null)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", text);
        if (pictures.Count > 0)
        {
            writer.WriteStartArray("images");
            foreach (var picture in pictures)
                writer.WriteStringValue(picture.Data);
            writer.WriteEndArray();
        }

        more?.Invoke(writer);
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, ModelMessage.Assistant turn)
    {
        var calls = turn.Content.OfType<ContentPart.ToolCall>().ToList();
        if (calls.Count == 0)
            return;

        // Thoughts matter between a call and its result only.
        if (turn.Content.OfType<ContentPart.Thinking>().FirstOrDefault() is { Value.Length: > 0 } thought)
            writer.WriteString("thinking", thought.Value);
        writer.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("function");
            writer.WriteString("name", call.Name);
            writer.WritePropertyName("arguments");
            call.Arguments.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request)
    {
        // This format cannot force a call; "none" is kept by offering nothing, a name by offering only that one.
        var tools = request.ToolChoice switch
        {
            "none" => [],
            null or "auto" or "required" => request.Tools,
            var name => [.. request.Tools.Where(tool => tool.Name == name)],
        };
        if (tools.Count == 0)
            return;
        writer.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);
            writer.WritePropertyName("parameters");
            tool.Parameters.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteThinking(Utf8JsonWriter writer, ModelRequest request)
    {
        var thinks = request.Thinking != ThinkingLevels.Off;
        if (thinks && request.Model.Ref.Id.StartsWith("gpt-oss", StringComparison.Ordinal))
            writer.WriteString("think", request.Thinking switch { "minimal" or "low" => "low", "medium" => "medium", _ => "high" });
        else
            writer.WriteBoolean("think", thinks);
    }

    private static void WriteOptions(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteStartObject("options");
        writer.WriteNumber("num_ctx", request.Model.ContextWindow);
        writer.WriteNumber("num_predict", request.MaxTokens);
        if (request.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (request.Sampling is { } sampling)
        {
            if (sampling.TopP is { } topP)
                writer.WriteNumber("top_p", topP);
            if (sampling.Seed is { } seed)
                writer.WriteNumber("seed", seed);
            if (sampling.FrequencyPenalty is { } frequency)
                writer.WriteNumber("frequency_penalty", frequency);
            if (sampling.PresencePenalty is { } presence)
                writer.WriteNumber("presence_penalty", presence);
            if (sampling.Stop is { Count: > 0 } stop)
            {
                writer.WriteStartArray("stop");
                foreach (var text in stop)
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
            }
        }

        writer.WriteEndObject();
    }
}
