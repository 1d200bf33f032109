using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Transcripts;

/// <summary>The <c>message</c> object of transcript lines, both ways (spec 08 §5).</summary>
internal static class MessageJson
{
    public static JsonElement User(IReadOnlyList<ContentPart> content, DateTimeOffset now) => TranscriptLine.Value(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("role", "user");
        WriteContent(writer, content);
        writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
        writer.WriteEndObject();
    });

    public static JsonElement Assistant(AssistantRecord record, DateTimeOffset now) => TranscriptLine.Value(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("role", "assistant");
        WriteContent(writer, record.Content);
        writer.WriteString("api", record.Api);
        writer.WriteString("provider", record.Provider);
        writer.WriteString("model", record.Model);
        WriteUsage(writer, record.Usage, record.Cost);
        writer.WriteString("stopReason", record.StopReason);
        writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
        if (record.ErrorMessage is { } error)
            writer.WriteString("errorMessage", error);
        writer.WriteEndObject();
    });

    /// <summary>A line nobody's model said (spec 02 §5, chat.inject).</summary>
    public static JsonElement Injected(string text, DateTimeOffset now) => TranscriptLine.Value(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("role", "assistant");
        WriteContent(writer, [new ContentPart.Text(text)]);
        writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
        writer.WriteString("stopReason", StopReasons.Injected);
        writer.WriteStartObject("usage");
        writer.WriteNumber("input", 0);
        writer.WriteNumber("output", 0);
        writer.WriteNumber("totalTokens", 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>The model that lines of <see cref="Mirror"/> name.</summary>
    public const string MirrorModel = "delivery-mirror";

    /// <summary>What was sent from outside a run (spec 08 §5).</summary>
    public static JsonElement Mirror(string text, DateTimeOffset now) => Assistant(
        new AssistantRecord([new ContentPart.Text(text)], "openai-responses", "openclaw", MirrorModel, default, default, StopReasons.Stop), now);

    public static JsonElement ToolResult(string callId, string toolName, ToolResult result, DateTimeOffset now) =>
        TranscriptLine.Value(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("role", "toolResult");
            writer.WriteString("toolCallId", callId);
            writer.WriteString("toolName", toolName);
            WriteContent(writer, result.Content);
            if (result.Details is { } details)
            {
                writer.WritePropertyName("details");
                details.WriteTo(writer);
            }

            writer.WriteBoolean("isError", result.IsError);
            writer.WriteNumber("timestamp", now.ToUnixTimeMilliseconds());
            writer.WriteEndObject();
        });

    /// <summary>Reads the <c>content</c> member: a string, or parts of known types; unknown parts are passed over.</summary>
    public static IReadOnlyList<ContentPart> Content(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
            return [];
        if (content.ValueKind == JsonValueKind.String)
            return [new ContentPart.Text(content.GetString()!)];
        if (content.ValueKind != JsonValueKind.Array)
            return [];
        var parts = new List<ContentPart>(content.GetArrayLength());
        foreach (var item in content.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && Part(item) is { } part)
                parts.Add(part);
        }

        return parts;
    }

    /// <summary>A string member, or null.</summary>
    public static string? Text(JsonElement element, string name) => JsonRead.Text(element, name);

    private static ContentPart? Part(JsonElement item) => Text(item, "type") switch
    {
        "text" => new ContentPart.Text(Text(item, "text") ?? string.Empty),
        "image" when Text(item, "data") is { } data => new ContentPart.Image(data, Text(item, "mimeType") ?? "image/png"),
        "thinking" => new ContentPart.Thinking(Text(item, "thinking") ?? string.Empty, Text(item, "thinkingSignature")),
        "toolCall" when Text(item, "id") is { } id => new ContentPart.ToolCall(
            id, Text(item, "name") ?? string.Empty, item.TryGetProperty("arguments", out var arguments) ? arguments : EmptyObject())
        {
            Signature = Text(item, "thoughtSignature"),
        },
        _ => null,
    };

    private static JsonElement EmptyObject() => TranscriptLine.Value(static writer =>
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    });

    private static void WriteContent(Utf8JsonWriter writer, IReadOnlyList<ContentPart> content)
    {
        writer.WriteStartArray("content");
        foreach (var part in content)
        {
            writer.WriteStartObject();
            switch (part)
            {
                case ContentPart.Text text:
                    writer.WriteString("type", "text");
                    writer.WriteString("text", text.Value);
                    break;
                case ContentPart.Image image:
                    writer.WriteString("type", "image");
                    writer.WriteString("data", image.Data);
                    writer.WriteString("mimeType", image.MimeType);
                    break;
                case ContentPart.Thinking thinking:
                    writer.WriteString("type", "thinking");
                    writer.WriteString("thinking", thinking.Value);
                    if (thinking.Signature is { } signature)
                        writer.WriteString("thinkingSignature", signature);
                    break;
                case ContentPart.ToolCall call:
                    writer.WriteString("type", "toolCall");
                    writer.WriteString("id", call.Id);
                    writer.WriteString("name", call.Name);
                    writer.WritePropertyName("arguments");
                    call.Arguments.WriteTo(writer);
                    if (call.Signature is { } proof)
                        writer.WriteString("thoughtSignature", proof);
                    break;
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteUsage(Utf8JsonWriter writer, TokenUsage usage, ModelCost cost)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("input", usage.Input);
        writer.WriteNumber("output", usage.Output);
        writer.WriteNumber("cacheRead", usage.CacheRead);
        writer.WriteNumber("cacheWrite", usage.CacheWrite);
        writer.WriteNumber("totalTokens", usage.Total);
        writer.WriteStartObject("cost");
        writer.WriteNumber("input", cost.Input);
        writer.WriteNumber("output", cost.Output);
        writer.WriteNumber("cacheRead", cost.CacheRead);
        writer.WriteNumber("cacheWrite", cost.CacheWrite);
        writer.WriteNumber("total", cost.Input + cost.Output + cost.CacheRead + cost.CacheWrite);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
