using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Loose;

/// <summary>For methods without a schema: a value that is not a text counts as absent (spec 02, <c>system-event</c>).</summary>
public sealed class LooseTextConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
