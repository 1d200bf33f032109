using System.Text.Json;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Transcripts;

/// <summary>The messages of a transcript as people see them (spec 02 §5, chat.history).</summary>
public static class TranscriptHistory
{
    /// <summary>
    /// The last <paramref name="limit"/> messages in file order, user texts stripped. Then the oldest go until the JSON is at most
    /// <paramref name="maxBytes"/> long.
    /// </summary>
    public static IReadOnlyList<JsonElement> Last(string path, int limit, int maxBytes)
    {
        // Lines stay raw until it is known which ones are wanted: parsing a long transcript to throw most of it away is the slow part.
        var window = new Queue<ReadOnlyMemory<byte>>(limit + 1);
        foreach (var line in JsonlFile.ReadLines(path))
        {
            if (!HasMessage(line.Span))
                continue;
            window.Enqueue(line);
            if (window.Count > limit)
                window.Dequeue();
        }

        var messages = window.Select(TranscriptReader.Parse).OfType<JsonElement>()
            .Where(static raw => raw.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object)
            .Select(static raw => Strip(raw.GetProperty("message"))).ToList();
        return Fit(messages, maxBytes);
    }

    private static List<JsonElement> Fit(List<JsonElement> messages, int maxBytes)
    {
        var size = 2L;
        var keep = messages.Count;
        while (keep > 0)
        {
            size += System.Text.Encoding.UTF8.GetByteCount(messages[keep - 1].GetRawText()) + 1L;
            if (size > maxBytes)
                break;
            keep--;
        }

        messages.RemoveRange(0, keep);
        return messages;
    }

    private static bool HasMessage(ReadOnlySpan<byte> line) => line.IndexOf("\"message\""u8) >= 0;

    private static JsonElement Strip(JsonElement message)
    {
        if (MessageJson.Text(message, "role") != "user" || !message.TryGetProperty("content", out var content))
            return message;
        return TranscriptLine.Value(writer =>
        {
            writer.WriteStartObject();
            foreach (var member in message.EnumerateObject())
            {
                if (member.NameEquals("content"))
                {
                    writer.WritePropertyName("content");
                    WriteStripped(writer, content);
                }
                else
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        });
    }

    private static void WriteStripped(Utf8JsonWriter writer, JsonElement content)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            writer.WriteStringValue(UserText.Strip(content.GetString()!));
            return;
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            content.WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        foreach (var part in content.EnumerateArray())
        {
            if (part.ValueKind == JsonValueKind.Object && MessageJson.Text(part, "type") == "text" && MessageJson.Text(part, "text") is { } text)
            {
                writer.WriteStartObject();
                foreach (var member in part.EnumerateObject())
                {
                    if (member.NameEquals("text"))
                        writer.WriteString("text", UserText.Strip(text));
                    else
                        member.WriteTo(writer);
                }

                writer.WriteEndObject();
            }
            else
            {
                part.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
    }
}
