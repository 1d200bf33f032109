using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol;

/// <summary>
/// Reads a JSON number with zero fraction as an integer, so that <c>1.0</c> and <c>1e3</c> are accepted as the validator accepts
/// them (spec 01 §3).
/// </summary>
public sealed class WholeNumberConverter : JsonConverter<long>
{
    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TryGetInt64(out var whole))
            return whole;
        var value = reader.GetDouble();
        if (value != Math.Truncate(value) || Math.Abs(value) > long.MaxValue)
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"{value} is not a whole number"));
        return (long)value;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value);
}
