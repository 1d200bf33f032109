using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;
using OpenClaw.Protocol.Agent;

namespace OpenClaw.Gateway.Conversations;

/// <summary>What clients are shown of tools (spec 08 §8.1): long texts are cut, pictures are named by their size only.</summary>
internal static class ToolEventData
{
    private const int MaxText = 8000;
    private const int MaxErrorText = 400;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AgentToolData Of(RunEvent.ToolStarted started) =>
        new() { Phase = "start", Name = started.Name, ToolCallId = started.CallId, Args = Value(writer => WriteCut(writer, started.Arguments)) };

    public static AgentToolData Of(RunEvent.ToolUpdated updated) =>
        new() { Phase = "update", Name = updated.Name, ToolCallId = updated.CallId, PartialResult = Result(updated.Partial) };

    public static AgentToolData Of(RunEvent.ToolFinished finished) => new()
    {
        Phase = "result",
        Name = finished.Name,
        ToolCallId = finished.CallId,
        Meta = finished.Meta is { } meta ? Value(writer => writer.WriteStringValue(meta)) : null,
        IsError = finished.Result.IsError,
        Result = Result(finished.Result),
    };

    private static JsonElement Result(ToolResult result) => Value(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("content");
        if (result.IsError)
        {
            WriteText(writer, ErrorLine(result));
        }
        else
        {
            foreach (var part in result.Content)
                WritePart(writer, part);
        }

        writer.WriteEndArray();
        if (result.Details is { } details)
        {
            writer.WritePropertyName("details");
            WriteCut(writer, details);
        }

        writer.WriteEndObject();
    });

    private static void WritePart(Utf8JsonWriter writer, ContentPart part)
    {
        switch (part)
        {
            case ContentPart.Text text:
                WriteText(writer, Cut(text.Value));
                break;
            case ContentPart.Image image:
                writer.WriteStartObject();
                writer.WriteString("type", "image");
                writer.WriteString("mimeType", image.MimeType);
                writer.WriteNumber("bytes", image.Data.Length * 3L / 4);
                writer.WriteBoolean("omitted", true);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    /// <summary>The first line that says something; our own errors carry it as data.</summary>
    private static string ErrorLine(ToolResult result)
    {
        var text = result.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty("error", out var error)
            && error.ValueKind == JsonValueKind.String
            ? error.GetString()!
            : string.Join('\n', result.Content.OfType<ContentPart.Text>().Select(static part => part.Value));
        var line = text.Split('\n').Select(static one => one.Trim()).FirstOrDefault(static one => one.Length > 0) ?? string.Empty;
        return line.Length > MaxErrorText ? line[..MaxErrorText] + "…" : line;
    }

    private static void WriteCut(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    WriteCut(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    WriteCut(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Cut(value.GetString()!));
                break;
            case JsonValueKind.Undefined:
                writer.WriteNullValue();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string Cut(string text)
    {
        if (text.Length <= MaxText)
            return text;
        var end = char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText;
        return $"{text[..end]}\n… ({text.Length - end} more characters)";
    }

    private static JsonElement Value(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            body(writer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
