using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Protocol.Transcripts;

/// <summary>Reads the content of a message, which is an array of parts or, in short form, one text; always writes the array.</summary>
public sealed class ContentPartsConverter : JsonConverter<IReadOnlyList<ContentPart>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ContentPart>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return [new() { Type = "text", Text = reader.GetString() }];
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("content is an array of parts or a text");

        var part = PartType(options);
        var parts = new List<ContentPart>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            parts.Add(JsonSerializer.Deserialize(ref reader, part) ?? throw new JsonException("a content part is an object"));
        return parts;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<ContentPart> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var part = PartType(options);
        writer.WriteStartArray();
        foreach (var item in value)
            JsonSerializer.Serialize(writer, item, part);
        writer.WriteEndArray();
    }

    private static JsonTypeInfo<ContentPart> PartType(JsonSerializerOptions options) =>
        (JsonTypeInfo<ContentPart>)options.GetTypeInfo(typeof(ContentPart));
}
