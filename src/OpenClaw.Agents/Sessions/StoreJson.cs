using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Sessions;

/// <summary>How the store is read and written.</summary>
internal static class StoreJson
{
    /// <summary>Comments and trailing commas are accepted: people edit this file.</summary>
    public static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 256,
    };

    public static byte[] Write(JsonNode node, bool indented)
    {
        using var buffer = new PooledBuffer();
        Write(buffer, node, indented);
        return buffer.Written.ToArray();
    }

    public static void Write(IBufferWriter<byte> buffer, JsonNode node, bool indented)
    {
        var options = new JsonWriterOptions
        {
            Indented = indented,
            IndentSize = 2,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var writer = new Utf8JsonWriter(buffer, options);
        node.WriteTo(writer);
    }
}
