using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Agents.Transcripts;

/// <summary>Writes transcript lines; member order is that of the original, so that the files look alike (spec 08 §5).</summary>
internal static class TranscriptLine
{
    /// <summary>Line 1.</summary>
    public static byte[] Header(string sessionId, DateTimeOffset now, string workingDirectory, string? parentSession = null) => JsonBytes.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("type", "session");
        writer.WriteNumber("version", 3);
        writer.WriteString("id", sessionId);
        writer.WriteString("timestamp", Iso(now));
        writer.WriteString("cwd", workingDirectory);
        if (parentSession is not null)
            writer.WriteString("parentSession", parentSession);
        writer.WriteEndObject();
    });

    /// <summary>Any line after the header whose own members follow the common ones.</summary>
    public static byte[] Entry(string type, string id, string? parentId, DateTimeOffset now, Action<Utf8JsonWriter> members) => JsonBytes.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        WriteLink(writer, id, parentId, now);
        members(writer);
        writer.WriteEndObject();
    });

    /// <summary>A <c>custom</c> line; its own members come before the common ones.</summary>
    public static byte[] Custom(string customType, string id, string? parentId, DateTimeOffset now, Action<Utf8JsonWriter> data) => JsonBytes.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("type", "custom");
        writer.WriteString("customType", customType);
        writer.WritePropertyName("data");
        data(writer);
        WriteLink(writer, id, parentId, now);
        writer.WriteEndObject();
    });

    /// <summary>A stored line with another parent; everything else stays as it is.</summary>
    public static string Rooted(JsonElement line, string? parentId) => Encoding.UTF8.GetString(JsonBytes.Of(writer =>
    {
        writer.WriteStartObject();
        var placed = false;
        foreach (var member in line.EnumerateObject())
        {
            if (member.NameEquals("parentId"))
            {
                writer.WriteString("parentId", parentId);
                placed = true;
            }
            else
            {
                member.WriteTo(writer);
            }
        }

        if (!placed)
            writer.WriteString("parentId", parentId);
        writer.WriteEndObject();
    }));

    /// <summary>A value alone.</summary>
    public static JsonElement Value(Action<Utf8JsonWriter> body)
    {
        using var document = JsonDocument.Parse(JsonBytes.Of(body));
        return document.RootElement.Clone();
    }

    /// <summary>Milliseconds and a Z, as JavaScript prints dates.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static void WriteLink(Utf8JsonWriter writer, string id, string? parentId, DateTimeOffset now)
    {
        writer.WriteString("id", id);
        writer.WriteString("parentId", parentId);
        writer.WriteString("timestamp", Iso(now));
    }
}
