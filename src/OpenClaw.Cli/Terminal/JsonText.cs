using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Cli.Terminal;

/// <summary>JSON as commands print it: two spaces, plain characters, alone on the output stream.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions s_pretty = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions s_line = s_pretty with { Indented = false };

    public static string Pretty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "null" : Write(s_pretty, w => value.WriteTo(w));

    public static string Pretty(JsonNode? value) => value is null ? "null" : Write(s_pretty, w => value.WriteTo(w));

    public static string Line(JsonNode value) => Write(s_line, w => value.WriteTo(w));

    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
            content(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
