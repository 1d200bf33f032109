using System.Text.Json;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The request body of the Gemini format.</summary>
internal static class GoogleRequestBody
{
    public static byte[] Write(ModelRequest request) => JsonBytes.Of(writer => Write(writer, request));

    private static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("contents");
        GoogleContents.Write(writer, request);
        writer.WriteEndArray();
        if (request.SystemPrompt.Length > 0)
        {
            writer.WriteStartObject("systemInstruction");
            writer.WriteStartArray("parts");
            GoogleContents.WriteText(writer, request.SystemPrompt);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteStartObject("generationConfig");
        writer.WriteNumber("maxOutputTokens", request.MaxTokens);
        WriteSampling(writer, request);
        if (request.Model.Reasoning)
            WriteThinking(writer, request);
        writer.WriteEndObject();
        WriteTools(writer, request);
        writer.WriteEndObject();
    }

    private static void WriteSampling(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Temperature is { } temperature)
            writer.WriteNumber("temperature", temperature);
        if (request.Sampling is not { } sampling)
            return;
        if (sampling.TopP is { } topP)
            writer.WriteNumber("topP", topP);
        if (sampling.Seed is { } seed)
            writer.WriteNumber("seed", seed);
        if (sampling.Stop is { Count: > 0 } stop)
        {
            writer.WriteStartArray("stopSequences");
            foreach (var text in stop)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }
    }

    private static void WriteThinking(Utf8JsonWriter writer, ModelRequest request)
    {
        var id = request.Model.Ref.Id;
        var thinks = request.Thinking != ThinkingLevels.Off;
        var pro = id.Contains("pro", StringComparison.Ordinal);

        // The pro models cannot be told not to think; then nothing is said.
        if (!thinks && (pro || id.StartsWith("gemini-3", StringComparison.Ordinal)))
            return;
        writer.WriteStartObject("thinkingConfig");
        if (thinks)
            writer.WriteBoolean("includeThoughts", true);
        if (id.StartsWith("gemini-3", StringComparison.Ordinal))
            writer.WriteString("thinkingLevel", Level(request.Thinking, pro));
        else
            writer.WriteNumber("thinkingBudget", Budget(request.Thinking, pro));
        writer.WriteEndObject();
    }

    /// <summary>The third generation has named levels; its pro model has two.</summary>
    private static string Level(string thinking, bool pro) => (thinking, pro) switch
    {
        ("minimal" or "low", true) => "LOW",
        (_, true) => "HIGH",
        ("minimal", _) => "MINIMAL",
        ("low", _) => "LOW",
        ("medium", _) => "MEDIUM",
        _ => "HIGH",
    };

    private static int Budget(string thinking, bool pro) => thinking switch
    {
        ThinkingLevels.Off => 0,
        "minimal" => pro ? 128 : 512,
        "low" => 2048,
        "medium" => 8192,
        _ => pro ? 32_768 : 24_576,
    };

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Tools.Count == 0)
            return;
        writer.WriteStartArray("tools");
        writer.WriteStartObject();
        writer.WriteStartArray("functionDeclarations");
        foreach (var tool in request.Tools)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);

            // "parameters" takes a subset of JSON Schema only.
            writer.WritePropertyName("parametersJsonSchema");
            tool.Parameters.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (request.ToolChoice is not { } choice)
            return;
        writer.WriteStartObject("toolConfig");
        writer.WriteStartObject("functionCallingConfig");
        writer.WriteString("mode", choice switch { "auto" => "AUTO", "none" => "NONE", _ => "ANY" });
        if (choice is not ("auto" or "none" or "required"))
        {
            writer.WriteStartArray("allowedFunctionNames");
            writer.WriteStringValue(choice);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
