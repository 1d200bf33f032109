using System.Text.Json;

namespace OpenClaw.Protocol.Schema;

/// <summary>
/// Checks raw UTF-8 against a <see cref="Shape"/>, with the wording and the order of spec 01 §3. Valid input is one pass over the
/// bytes; texts are made only for failures. Never throws, whatever the bytes are.
/// </summary>
public static class SchemaValidator
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = ProtocolLimits.MaxDepth };

    /// <summary>Null when <paramref name="json"/> is valid, else every failure, joined.</summary>
    public static string? Validate(ReadOnlySpan<byte> json, Shape shape)
    {
        try
        {
            var reader = new Utf8JsonReader(json, s_options);
            reader.Read();
            var failures = ValueCheck.Run(ref reader, shape);
            reader.Read();
            return failures.ToString();
        }
        catch (JsonException)
        {
            return "must be JSON of a reasonable depth";
        }
    }
}
