using System.Text.Json;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The request body of the responses format.</summary>
internal static class ResponsesRequestBody
{
    public static byte[] Write(ModelRequest request) => JsonBytes.Of(writer => Write(writer, request));

    private static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        var model = request.Model;
        writer.WriteStartObject();
        writer.WriteString("model", model.Ref.Id);
        writer.WriteStartArray("input");
        ResponsesInput.Write(writer, request);
        writer.WriteEndArray();
        writer.WriteBoolean("stream", true);
        writer.WriteBoolean("store", false);
        if (request.SessionId is { } session)
            writer.WriteString("prompt_cache_key", session);
        writer.WriteNumber("max_output_tokens", request.MaxTokens);

        // Models that think refuse to be told how to choose their words.
        if (!model.Reasoning && request.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (!model.Reasoning && request.Sampling?.TopP is { } topP)
            writer.WriteNumber("top_p", topP);
        WriteTools(writer, request);
        if (model.Reasoning)
            WriteThinking(writer, request);
        writer.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Tools.Count == 0)
            return;
        var strict = request.Model.Compat.SupportsStrictMode ?? true;
        writer.WriteStartArray("tools");
        foreach (var tool in request.Tools)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "function");
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);
            writer.WritePropertyName("parameters");
            tool.Parameters.WriteTo(writer);
            if (strict)
                writer.WriteBoolean("strict", false);
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
                writer.WriteString("name", request.ToolChoice);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteThinking(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Thinking != ThinkingLevels.Off)
        {
            writer.WriteStartObject("reasoning");
            writer.WriteString("effort", ThinkingLevels.For(request.Model.Ref, request.Thinking));
            writer.WriteString("summary", "auto");
            writer.WriteEndObject();
        }

        // Without a store at the provider the thoughts between tool calls travel with us, sealed.
        writer.WriteStartArray("include");
        writer.WriteStringValue("reasoning.encrypted_content");
        writer.WriteEndArray();
    }
}
