using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Loose;

/// <summary>For methods without a schema: a value that is not a finite number counts as absent.</summary>
public sealed class LooseNumberConverter : JsonConverter<double?>
{
    /// <inheritdoc/>
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
        reader.Skip();
        return null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
