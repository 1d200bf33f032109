using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>Bodies of calls.</summary>
internal static class BotContent
{
    public static HttpContent Json(JsonObject parameters)
    {
        var content = new ByteArrayContent(Bytes(parameters));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static HttpContent Form(JsonObject parameters, BotUpload file)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
                form.Add(Part(new ByteArrayContent(Field(value)), $"form-data; name=\"{name}\""));
        }

        var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var part = Part(new StreamContent(stream), $"form-data; name=\"{file.Field}\"; filename=\"{Name(file.FileName)}\"");
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part);
        return form;
    }

    private static HttpContent Part(HttpContent content, string disposition)
    {
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return content;
    }

    // Objects and lists go into a form as JSON, everything else as its text.
    private static byte[] Field(JsonNode value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? Encoding.UTF8.GetBytes(text.GetValue<string>()) : Bytes(value);

    private static byte[] Bytes(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            node.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }

    // The header is written byte by byte as Latin-1, and Telegram reads it as UTF-8: the base library's own encoded words would be shown as they are.
    private static string Name(string name)
    {
        var clean = new string([.. name.Select(static c => c is '"' or '\\' || char.IsControl(c) ? '_' : c)]);
        return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(clean));
    }
}
