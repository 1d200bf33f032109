using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Loose;

/// <summary>For methods without a schema: a value that is not an array of texts alone counts as absent.</summary>
public sealed class LooseTextsConverter : JsonConverter<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var texts = new List<string>();
        var onlyTexts = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                texts.Add(reader.GetString()!);
            }
            else
            {
                onlyTexts = false;
                reader.Skip();
            }
        }

        return onlyTexts ? texts : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
