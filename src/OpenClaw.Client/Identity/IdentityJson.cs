using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Client.Identity;

/// <summary>Serialisation of the two identity files and nothing else, so that a command loads no more than it needs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DeviceIdentityFile))]
[JsonSerializable(typeof(DeviceTokenFile))]
internal sealed partial class IdentityJson : JsonSerializerContext
{
    // "+" in a PEM stays "+": the original's files are plain JSON.stringify output.
    private static readonly JsonWriterOptions s_pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Two-space JSON and a final newline, as the original writes its files.</summary>
    public static byte[] Pretty<T>(T value, JsonTypeInfo<T> type)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_pretty))
            JsonSerializer.Serialize(writer, value, type);
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
