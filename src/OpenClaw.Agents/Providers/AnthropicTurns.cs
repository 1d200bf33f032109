using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>The conversation in Anthropic's messages format.</summary>
internal static class AnthropicTurns
{
    /// <summary>Marks the signature of thinking that only its maker can read; the rest of it is what must be returned.</summary>
    public const string Redacted = "redacted:";

    private const string Unseen = "(picture left out: this model reads text only)";

    public static void Write(Utf8JsonWriter writer, ModelRequest request)
    {
        var turns = Turns(request.Messages);
        writer.WriteStartArray("messages");
        for (var i = 0; i < turns.Count; i++)
        {
            var (user, messages) = turns[i];
            var blocks = messages.SelectMany(message => Blocks(message, request.Model)).ToList();
            if (blocks.Count == 0)
                blocks.Add((w, mark) => WriteText(w, user ? Unseen : "…", mark, request.Model));
            writer.WriteStartObject();
            writer.WriteString("role", user ? "user" : "assistant");
            writer.WriteStartArray("content");
            for (var b = 0; b < blocks.Count; b++)
                blocks[b](writer, user && i == turns.Count - 1 && b == blocks.Count - 1);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
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

    private static IEnumerable<Action<Utf8JsonWriter, bool>> Blocks(ModelMessage message, ModelInfo model)
    {
        if (message is ModelMessage.ToolResult result)
        {
            yield return (writer, mark) => WriteResult(writer, result, mark, model);
            yield break;
        }

        // Thoughts are signed for the model that had them; another model refuses them.
        var own = message is ModelMessage.Assistant turn && turn.Provider == model.Ref.Provider && turn.Model == model.Ref.Id;
        foreach (var part in message.Content)
        {
            switch (part)
            {
                case ContentPart.Text text when !string.IsNullOrWhiteSpace(text.Value):
                    yield return (writer, mark) => WriteText(writer, text.Value, mark, model);
                    break;
                case ContentPart.Image image when model.TakesImages:
                    yield return (writer, mark) => WriteImage(writer, image, mark, model);
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

    private static void WriteText(Utf8JsonWriter writer, string text, bool mark, ModelInfo model)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", text);
        if (mark)
            AnthropicRequestBody.WriteCacheMark(writer, model);
        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, ContentPart.Image image, bool mark, ModelInfo model)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "image");
        writer.WriteStartObject("source");
        writer.WriteString("type", "base64");
        writer.WriteString("media_type", image.MimeType);
        writer.WriteString("data", image.Data);
        writer.WriteEndObject();
        if (mark)
            AnthropicRequestBody.WriteCacheMark(writer, model);
        writer.WriteEndObject();
    }

    private static void WriteThinking(Utf8JsonWriter writer, string text, string signature)
    {
        writer.WriteStartObject();
        if (signature.StartsWith(Redacted, StringComparison.Ordinal))
        {
            writer.WriteString("type", "redacted_thinking");
            writer.WriteString("data", signature[Redacted.Length..]);
        }
        else
        {
            writer.WriteString("type", "thinking");
            writer.WriteString("thinking", text);
            writer.WriteString("signature", signature);
        }

        writer.WriteEndObject();
    }

    private static void WriteCall(Utf8JsonWriter writer, ContentPart.ToolCall call)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "tool_use");
        writer.WriteString("id", ToolIds.ForAnthropic(call.Id));
        writer.WriteString("name", call.Name);
        writer.WritePropertyName("input");
        call.Arguments.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, ModelMessage.ToolResult result, bool mark, ModelInfo model)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "tool_result");
        writer.WriteString("tool_use_id", ToolIds.ForAnthropic(result.CallId));
        var pictures = model.TakesImages ? result.Content.OfType<ContentPart.Image>().ToList() : [];
        if (pictures.Count == 0)
        {
            writer.WriteString("content", result.Text);
        }
        else
        {
            writer.WriteStartArray("content");
            if (!string.IsNullOrWhiteSpace(result.Text))
                WriteText(writer, result.Text, mark: false, model);
            foreach (var picture in pictures)
                WriteImage(writer, picture, mark: false, model);
            writer.WriteEndArray();
        }

        writer.WriteBoolean("is_error", result.IsError);
        if (mark)
            AnthropicRequestBody.WriteCacheMark(writer, model);
        writer.WriteEndObject();
    }
}
