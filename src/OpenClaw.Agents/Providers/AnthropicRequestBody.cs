using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The request body of Anthropic's messages format (spec 08 §16.2).</summary>
internal static class AnthropicRequestBody
{
    // Above this an answer is cut by the provider's own limits anyway, and the number counts against the rate limit.
    private const long MaxPlainTokens = 32_000;

    public static byte[] Write(ModelRequest request) => JsonBytes.Of(writer => Write(writer, request));

    /// <summary>The mark that lets everything up to here be kept for the next request.</summary>
    public static void WriteCacheMark(Utf8JsonWriter writer, ModelInfo model)
    {
        writer.WriteStartObject("cache_control");
        writer.WriteString("type", "ephemeral");
        if (model.Params.CacheControlTtl is { } ttl)
            writer.WriteString("ttl", ttl);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        var model = request.Model;
        var answer = Math.Min(request.MaxTokens, MaxPlainTokens);
        var budget = Budget(request, answer);
        writer.WriteStartObject();
        writer.WriteString("model", model.Ref.Id);
        AnthropicTurns.Write(writer, request);
        writer.WriteNumber("max_tokens", Math.Min(answer + budget, Math.Max(model.MaxTokens, 1)));
        writer.WriteBoolean("stream", true);
        if (request.SystemPrompt.Length > 0)
        {
            writer.WriteStartArray("system");
            writer.WriteStartObject();
            writer.WriteString("type", "text");
            writer.WriteString("text", request.SystemPrompt);
            WriteCacheMark(writer, model);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        WriteSampling(writer, request, budget > 0);
        WriteTools(writer, request);
        if (budget > 0)
        {
            writer.WriteStartObject("thinking");
            writer.WriteString("type", "enabled");
            writer.WriteNumber("budget_tokens", budget);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>Tokens for thinking. The API refuses a budget at or above the whole answer, and thinking together with a forced tool.</summary>
    private static long Budget(ModelRequest request, long answer)
    {
        if (!request.Model.Reasoning || request.ForcesTool)
            return 0;
        long budget = request.Thinking switch
        {
            "minimal" => 1024,
            "low" => 2048,
            "medium" => 8192,
            "high" or ThinkingLevels.ExtraHigh => 16384,
            _ => 0,
        };
        return budget < Math.Min(answer + budget, request.Model.MaxTokens) ? budget : 0;
    }

    private static void WriteSampling(Utf8JsonWriter writer, ModelRequest request, bool thinks)
    {
        // While it thinks the model insists on its own choice of words.
        if (!thinks && request.Temperature is { } temperature)
            writer.WriteNumber("temperature", Math.Min(temperature, 1));
        else if (!thinks && request.Sampling?.TopP is { } topP)
            writer.WriteNumber("top_p", topP);
        if (request.Sampling?.Stop is not { Count: > 0 } stop)
            return;
        writer.WriteStartArray("stop_sequences");
        foreach (var text in stop)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Tools.Count == 0)
        {
            WriteEarlierTools(writer, request);
            return;
        }

        writer.WriteStartArray("tools");
        foreach (var tool in request.Tools)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);
            writer.WritePropertyName("input_schema");
            tool.Parameters.WriteTo(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (request.ToolChoice is not { } choice)
            return;
        writer.WriteStartObject("tool_choice");
        writer.WriteString("type", choice switch { "auto" => "auto", "none" => "none", "required" => "any", _ => "tool" });
        if (choice is not ("auto" or "none" or "required"))
            writer.WriteString("name", choice);
        writer.WriteEndObject();
    }

    /// <summary>A conversation that contains calls must declare tools, also when none may be used any more.</summary>
    private static void WriteEarlierTools(Utf8JsonWriter writer, ModelRequest request)
    {
        var names = request.Messages.SelectMany(static message => message.Content.OfType<ContentPart.ToolCall>())
            .Select(static call => call.Name).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return;
        writer.WriteStartArray("tools");
        foreach (var name in names)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteStartObject("input_schema");
            writer.WriteString("type", "object");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("tool_choice");
        writer.WriteString("type", "none");
        writer.WriteEndObject();
    }
}
