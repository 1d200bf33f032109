using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Protocol;

/// <summary>Reads a member that is there as present, <c>null</c> included; an absent one never gets here.</summary>
public sealed class PatchedTextConverter : JsonConverter<PatchedText>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override PatchedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => PatchedText.Clear,
            JsonTokenType.String => PatchedText.Set(reader.GetString()!),
            _ => throw new JsonException("A text or null is required."),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PatchedText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
