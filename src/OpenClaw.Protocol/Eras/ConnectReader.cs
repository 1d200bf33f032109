using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Eras;

/// <summary>
/// Reads the params of <c>connect</c> by the rules of whichever era the client says it can speak (spec 01 §19.4): the members of
/// both eras are known, and a newer client may add what nobody knows yet.
/// </summary>
public static class ConnectReader
{
    private static ObjectShape Strict { get; } = (ObjectShape)ConnectMethods.Connect.ParamsShape;

    private static ObjectShape Tolerant { get; } = Strict.With(
        isOpen: true,
        ("client", ((ObjectShape)Shape.Of(ProtocolJson.Default.ClientInfo)).With(isOpen: true)),
        ("auth", ((ObjectShape)Shape.Of(ProtocolJson.Default.ConnectAuth)).With(isOpen: true)));

    /// <summary>Reads <c>RequestFrame.Params</c>; absent params are not an object.</summary>
    /// <param name="json">Raw JSON, empty when the frame had no params.</param>
    /// <param name="value">The params.</param>
    /// <param name="error">The whole error text, <c>invalid connect params: …</c>.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> json, [NotNullWhen(true)] out ConnectParams? value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        var fault = json.IsEmpty
            ? "must be object"
            : SchemaValidator.Validate(json.Span, HighestEra(json.Span).IsStrictAtConnect ? Strict : Tolerant);
        if (fault is null)
            value = JsonSerializer.Deserialize(json.Span, ProtocolJson.Default.ConnectParams);
        error = value is null ? $"invalid connect params: {fault ?? "must be object"}" : null;
        return value is not null;
    }

    // Looked up before the check, because it decides which check applies.
    private static ProtocolEra HighestEra(ReadOnlySpan<byte> json)
    {
        var highest = ProtocolEra.First;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return highest;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isMaximum = reader.ValueTextEquals("maxProtocol"u8);
                reader.Read();
                if (isMaximum)
                    highest = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var max) && max >= ProtocolEra.Second.Protocol
                        ? ProtocolEra.Second
                        : ProtocolEra.First;
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            return ProtocolEra.First;
        }

        return highest;
    }
}
