using System.Buffers;
using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The request body of Anthropic's messages format.</summary>
internal static class AnthropicRequestBody
{
    // Above this an answer is cut by the provider's own limits anyway, and the number counts against the rate limit.
    private const long MaxPlainTokens = 32_000;
    private const int MaxIdLength = 64;

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
        var budget = model.Reasoning ? Budget(request.Thinking) : 0;
        var answer = Math.Min(model.MaxTokens, MaxPlainTokens);
        writer.WriteStartObject();
        writer.WriteString("model", model.Ref.Id);
        WriteTurns(writer, Turns(request.Messages), model);
        writer.WriteNumber("max_tokens", Math.Min(answer + budget, Math.Max(model.MaxTokens, 1)));
        writer.WriteBoolean("stream", true);
        if (request.SystemPrompt.Length > 0)
        {
            writer.WriteStartArray("system");
            writer.WriteStartObject();
            writer.WriteString("type", "text");
            writer.WriteString("text", request.SystemPrompt);
            WriteCacheMark(writer);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        // A budget at or above the whole answer is refused by the API.
        if (budget > 0 && budget < Math.Min(answer + budget, model.MaxTokens))
        {
            writer.WriteStartObject("thinking");
            writer.WriteString("type", "enabled");
            writer.WriteNumber("budget_tokens", budget);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The API wants user and assistant in turn, starting with the user, so neighbours of one side are joined.</summary>
    private static List<(bool User, List<ModelMessage> Messages)> Turns(IReadOnlyList<ModelMessage> messages)
    {
        var turns = new List<(bool User, List<ModelMessage> Messages)>();
        foreach (var message in messages)
        {
            var user = message is not ModelMessage.Assistant;
            if (turns.Count == 0 && !user)
                continue;
            if (turns.Count == 0 || turns[^1].User != user)
                turns.Add((user, []));
            turns[^1].Messages.Add(message);
        }

        return turns;
    }

    private static void WriteTurns(Utf8JsonWriter writer, List<(bool User, List<ModelMessage> Messages)> turns, ModelInfo model)
    {
        writer.WriteStartArray("messages");
        for (var i = 0; i < turns.Count; i++)
        {
            var (user, messages) = turns[i];
            writer.WriteStartObject();
            writer.WriteString("role", user ? "user" : "assistant");
            writer.WriteStartArray("content");
            var blocks = messages.SelectMany(message => Blocks(message, model)).ToList();
            for (var b = 0; b < blocks.Count; b++)
                blocks[b](writer, user && i == turns.Count - 1 && b == blocks.Count - 1);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<Action<Utf8JsonWriter, bool>> Blocks(ModelMessage message, ModelInfo model)
    {
        if (message is ModelMessage.ToolResult result)
        {
            yield return (writer, mark) => WriteResult(writer, result, mark);
            yield break;
        }

        // Thoughts are signed for the model that had them; another model refuses them.
        var own = message is ModelMessage.Assistant turn && turn.Provider == model.Ref.Provider && turn.Model == model.Ref.Id;
        foreach (var part in message.Content)
        {
            switch (part)
            {
                case ContentPart.Text { Value.Length: > 0 } text:
                    yield return (writer, mark) => WriteText(writer, text.Value, mark);
                    break;
                case ContentPart.Image image when model.TakesImages:
                    yield return (writer, mark) => WriteImage(writer, image, mark);
                    break;
                case ContentPart.Thinking { Signature: { } signature } thinking when own:
                    yield return (writer, _) => WriteThinking(writer, thinking.Value, signature);
                    break;
                case ContentPart.ToolCall call:
                    yield return (writer, _) => WriteCall(writer, call);
                    break;
            }
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string text, bool mark)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", text);
        if (mark)
            WriteCacheMark(writer);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, ContentPart.Image image, bool mark)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "image");
        writer.WriteStartObject("source");
        writer.WriteString("type", "base64");
        writer.WriteString("media_type", image.MimeType);
        writer.WriteString("data", image.Data);
        writer.WriteEndObject();
        if (mark)
            WriteCacheMark(writer);
        writer.WriteEndObject();
    }

    private static void WriteThinking(Utf8JsonWriter writer, string text, string signature)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "thinking");
        writer.WriteString("thinking", text);
        writer.WriteString("signature", signature);
        writer.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter writer, ContentPart.ToolCall call)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "tool_use");
        writer.WriteString("id", SafeId(call.Id));
        writer.WriteString("name", call.Name);
        writer.WritePropertyName("input");
        call.Arguments.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, ModelMessage.ToolResult result, bool mark)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "tool_result");
        writer.WriteString("tool_use_id", SafeId(result.CallId));
        writer.WriteString("content", result.Text);
        writer.WriteBoolean("is_error", result.IsError);
        if (mark)
            WriteCacheMark(writer);
        writer.WriteEndObject();
    }

    private static void WriteCacheMark(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("cache_control");
        writer.WriteString("type", "ephemeral");
        writer.WriteEndObject();
    }

    private static string SafeId(string id)
    {
        var safe = string.Concat(id.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
        return safe.Length > MaxIdLength ? safe[..MaxIdLength] : safe;
    }

    private static long Budget(string thinking) => thinking switch
    {
        "minimal" => 1024,
        "low" => 2048,
        "medium" => 8192,
        "high" or ThinkingLevels.ExtraHigh => 16384,
        _ => 0,
    };
}
