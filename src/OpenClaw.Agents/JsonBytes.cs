using System.Text.Encodings.Web;
using System.Text.Json;
using OpenClaw.Storage;

namespace OpenClaw.Agents;

/// <summary>JSON as it is sent and stored. Text stays readable UTF-8: escaping every accent would make it several times larger.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            write(writer);
        return buffer.Written.ToArray();
    }
}
